/** What screens are told as it happens: enough to know what to read again, and nothing of what it says. */
export type LiveEvent = {
  /** What happened, as the catalogue of events names it. */
  type: string;
  leadId: string | null;
  contactId: string | null;
  /** The version that the lead has now; null when it is about none. */
  version: number | null;
  /** Who did it; null for the system. */
  actorId: string | null;
  /** It tells the person whose screen this is of something. */
  notifies?: true;
};

/** `ready`: from here on nothing is missed. `reset`: too much happened meanwhile; read everything again. */
export type LiveMessage = LiveEvent | { type: "ready" | "reset" };
