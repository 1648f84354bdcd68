/** Something that is to be done about a contact and, where known, one of its leads. */
export type Task = {
  id: string;
  number: number;
  title: string;
  body: string | null;
  contactId: string;
  /** The lead it is about; null when it is about the contact alone. */
  opportunityId: string | null;
  assignedTo: { id: string; number: number; name: string; username: string } | null;
  dueAt: Date | null;
  /** Null while it is open. */
  completedAt: Date | null;
  createdById: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** What a command says of a task: undefined leaves alone, null clears. */
export type TaskChanges = {
  title?: string;
  body?: string | null;
  assignedToId?: string | null;
  dueAt?: Date | null;
  completed?: boolean;
};
