import type { EventType } from "@/lib/events/catalogue";

/** What is told apart in the audit log, and the subjects of events that each is about. */
export const auditKinds = {
  leads: ["lead", "leads", "client", "quote", "duplicate", "contact", "business"],
  activities: ["note", "task", "call", "appointment", "attachment"],
  settings: ["settings", "pipeline", "stage", "tag", "field", "view"],
  access: ["member", "key"],
  transfers: ["import", "location"],
  mail: ["mail"],
} as const satisfies Record<string, readonly Subject[]>;

type Subject<Type = EventType> = Type extends `${infer Before}.${string}` ? Before : never;

export type AuditKind = keyof typeof auditKinds;

/** What is asked of the log; what is left out is not narrowed. */
export type AuditFilter = {
  /** A user's id; or all that programs did with keys of the location, or Leadwright by itself. */
  actor?: { id: string } | { type: "key" | "system" };
  kind?: AuditKind;
  /** Days of the location, as `yyyy-mm-dd`: the first and the last. */
  from?: string;
  to?: string;
};

/** Something that somebody did. */
export type AuditEntry = {
  id: string;
  type: string;
  actorType: "user" | "key" | "system";
  actorName: string;
  occurredAt: Date;
  /** The lead that it was about. */
  leadId: string | null;
  /** What changed, by domain field name; null once that was forgotten. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** Entries, the last first; and where the next page begins, null when there is none. */
export type AuditPage = { entries: AuditEntry[]; next: string | null };
