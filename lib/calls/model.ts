export const callDirections = ["outgoing", "incoming"] as const;
export type CallDirection = (typeof callDirections)[number];

/** How a call ended. */
export const callOutcomes = ["reached", "no_answer", "busy", "voicemail", "wrong_number"] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** What a person writes down of a call. */
export type CallDetails = {
  direction: CallDirection;
  outcome: CallOutcome;
  /** When it was made; now without it. */
  calledAt?: Date;
  durationSeconds: number | null;
  /** What was said. */
  body: string;
};

/** A telephone call with a contact. */
export type Call = Required<CallDetails> & {
  id: string;
  number: number;
  contactId: string;
  /** The lead it was about; null when it was about the contact alone. */
  opportunityId: string | null;
  createdById: string | null;
};
