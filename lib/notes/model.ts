/** Something written down about a contact and, where known, one of its leads. */
export type Note = {
  id: string;
  /** The number by which two of the lead APIs know it. */
  number: number;
  /** A heading and a colour, where a program gave some. */
  title: string | null;
  color: string | null;
  body: string;
  contactId: string;
  /** The lead it is about; null when it is about the contact alone. */
  opportunityId: string | null;
  /** The user who wrote it; null when a location's key did. */
  createdBy: { id: string; number: number; name: string; username: string } | null;
  /** Who wrote it, as people read it: the user's name of today, else the name the key had. */
  authorName: string;
  /** Since when it is kept above the others; null when it is not. */
  pinnedAt: Date | null;
  /** Ids of the users it names; in the text each stands as `@` and their name. */
  mentionedIds: string[];
  createdAt: Date;
  updatedAt: Date;
};

/** How a caller names one note. */
export type NoteReference = { id: string } | { number: number };
