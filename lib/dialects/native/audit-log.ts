import { z } from "zod";
import { type Context, zoneOf } from "@/lib/access/context";
import { type AuditFilter, type AuditKind, auditKinds, type AuditPage } from "@/lib/audit/model";
import { FileAnswer } from "@/lib/http/file-answer";
import { isId } from "@/lib/kit/id";
import { isDate } from "@/lib/kit/zone";

// The keys of a table are those it has.
const kinds = Object.keys(auditKinds) as [AuditKind, ...AuditKind[]];
const day = z.string().refine(isDate, "This is a date such as 2026-03-31.");

export const AuditFilterQuery = z.object({
  actor: z
    .union([z.enum(["programs", "system"]), z.string().refine(isId, "This is not an id.")])
    .optional()
    .describe(
      "A user's id; `programs` for all that was done with keys of the location, `system` for Leadwright itself.",
    ),
  kind: z.enum(kinds).optional(),
  from: day.optional().describe("The first day, of the location."),
  to: day.optional().describe("The last day, of the location."),
});

export const AuditLogQuery = AuditFilterQuery.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().refine(isId, "This is not an id.").optional().describe("The `next` of the page before."),
});

const state = z.record(z.string(), z.unknown()).nullable();

export const AuditLogAnswer = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      actorType: z.enum(["user", "key", "system"]),
      actorName: z.string(),
      occurredAt: z.iso.datetime(),
      leadId: z.string().nullable(),
      before: state.describe("What changed, as it was; null once that was forgotten."),
      after: state,
    }),
  ),
  next: z.string().nullable().describe("Where the next page begins. A page may hold less than was asked for."),
  asOf: z.iso.datetime(),
  timeZone: z.string(),
});
export type AuditLogAnswer = z.infer<typeof AuditLogAnswer>;

/** What is asked of the log. */
export const auditFilterOf = ({ actor, ...query }: z.output<typeof AuditFilterQuery>): AuditFilter => ({
  ...query,
  ...(actor && {
    actor: actor === "programs" ? { type: "key" } : actor === "system" ? { type: actor } : { id: actor },
  }),
});

export const printAuditLog = (
  { entries, next }: AuditPage,
  { now, actor, location }: Context,
): z.input<typeof AuditLogAnswer> => ({
  entries: entries.map((entry) => ({ ...entry, occurredAt: entry.occurredAt.toISOString() })),
  next,
  asOf: now.toISOString(),
  timeZone: zoneOf({ actor, location }),
});

export const printAuditLogFile = (file: ConstructorParameters<typeof FileAnswer>[0]) => new FileAnswer(file);
