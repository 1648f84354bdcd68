import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { appointmentStatuses } from "@/lib/calendars/model";
import { callDirections, callOutcomes } from "@/lib/calls/model";
import { contactFieldNames } from "@/lib/contacts/model";
import { isEmail } from "@/lib/kit/email";
import { isDate } from "@/lib/kit/zone";
import type { DeletedLead } from "@/lib/leads/list-deleted-leads";
import { leadAttributeNames, textLimits } from "@/lib/leads/model";
import { mostSteps, taskRepeats } from "@/lib/tasks/model";
import { asOf, id, moment, time } from "./fields";
import { LeadPath } from "./leads";

const atMost = (limit: number): string => `Write at most ${limit} characters.`;
const short = z.string().trim().max(textLimits.short, atMost(textLimits.short));
const line = z.string().max(textLimits.line, atMost(textLimits.line));
const long = z.string().trim().max(textLimits.long, atMost(textLimits.long));
const words = long.min(1, "Write something.");

const contactFields = Object.fromEntries(
  contactFieldNames
    .filter((name) => name !== "email" && name !== "annualRevenue")
    .map((name) => [name, line.nullable().optional()]),
);
const attributes = Object.fromEntries(
  leadAttributeNames
    .filter((name) => name !== "lifecycle" && name !== "ownerReference")
    .map((name) => [name, line.nullable().optional()]),
);

const Fields = z.strictObject({
  name: short.min(1, "A lead has a name.").optional(),
  valueMinor: z.int().min(0, "A value is not negative.").max(1_000_000_000_000_000).nullable().optional(),
  source: short.nullable().optional(),
  description: z.string().max(textLimits.long, atMost(textLimits.long)).nullable().optional(),
  lastContactedOn: z.string().refine(isDate, "This is not a date yyyy-mm-dd.").nullable().optional(),
  stageId: id.optional(),
  categoryId: id.optional(),
  assignedIds: z.array(id).max(50).optional(),
  tags: z.array(short.min(1)).max(100).optional(),
  lifecycle: line.optional(),
  ...attributes,
  contact: z
    .strictObject({
      ...contactFields,
      email: z.string().trim().refine(isEmail, "This is not an email address.").nullable().optional(),
      annualRevenue: z
        .string()
        .regex(/^\d{1,15}(\.\d{1,4})?$/, "Write a number.")
        .nullable()
        .optional(),
      unsubscribed: z.boolean().optional(),
      blogSubscriber: z.boolean().optional(),
    })
    .optional(),
  custom: z.record(id, z.unknown()).optional().describe("Values of custom fields, by field id; null takes one away."),
});

/** What the caller took fields for: whatever was in them, fitting or not. */
const Known = z.record(z.string(), z.unknown());

export const PatchLeadBody = z.object({
  version: z.int().optional().describe("The version of the lead that the caller saw."),
  changes: Fields,
  known: Known.optional().describe("What the caller took the changed fields for, named as in `changes`."),
});

export const AddLeadBody = z.strictObject({
  name: short.min(1, "A lead has a name."),
  stageId: id.optional().describe("The first stage of the default pipeline without."),
  valueMinor: Fields.shape.valueMinor,
  source: Fields.shape.source,
  contact: z
    .strictObject({
      name: line.nullable().optional(),
      companyName: line.nullable().optional(),
      email: Fields.shape.contact.unwrap().shape.email,
      phone: line.nullable().optional(),
    })
    .default({}),
});

/** So many leads are changed in one request, each to something of its own. */
const mostPatched = 200;

export const PatchLeadsBody = z.object({
  leads: z
    .array(PatchLeadBody.extend({ leadId: id }))
    .min(1)
    .max(mostPatched),
});

export const PatchLeadsAnswer = z.object({
  leads: z.array(z.object({ id: z.string(), version: z.int() })).describe("The leads as they are now, in that order."),
});

/** The versions of leads that were changed. */
export const printPatchedLeads = (leads: readonly { id: string; version: number }[]) => ({
  leads: leads.map(({ id: leadId, version }) => ({ id: leadId, version })),
});

export const NoteBody = z.object({
  body: words,
  mentions: z
    .array(id)
    .max(50)
    .default([])
    .describe("Ids of users it names; in the body each stands as `@` and their name."),
});
export const NoteChangesBody = z.object({
  body: words.optional(),
  mentions: z.array(id).max(50).optional(),
  pinned: z.boolean().optional(),
  known: z
    .object({ body: z.string() })
    .optional()
    .describe("What the note said when its change was begun: 409 where it says something else by now."),
});
export const NotePath = LeadPath.extend({ noteId: id });

export const CallBody = z.object({
  direction: z.enum(callDirections),
  outcome: z.enum(callOutcomes),
  calledAt: moment.optional(),
  durationSeconds: z.int().min(0).max(86_400).nullable().default(null),
  body: long.default(""),
});
const CallChanges = z.object({
  direction: z.enum(callDirections).optional(),
  outcome: z.enum(callOutcomes).optional(),
  calledAt: moment.optional(),
  durationSeconds: z.int().min(0).max(86_400).nullish(),
  body: long.optional(),
});
export const CallChangesBody = CallChanges.extend({
  known: CallChanges.extend({ body: z.string().optional() })
    .optional()
    .describe("What the caller took the changed fields for: 409 where one is not that."),
});
export const CallPath = LeadPath.extend({ callId: id });

const task = {
  title: short.min(1, "Say what is to be done."),
  body: long.nullable(),
  dueAt: moment.nullable(),
  assignedToId: id.nullable(),
  repeats: z.enum(taskRepeats).nullable(),
};
export const TaskBody = z.object({
  title: task.title,
  body: task.body.optional(),
  dueAt: task.dueAt.optional(),
  assignedToId: task.assignedToId.optional(),
  repeats: task.repeats.optional(),
  steps: z.array(short.min(1)).max(mostSteps).optional(),
});
export const TaskChangesBody = z.object({
  title: task.title.optional(),
  body: task.body.optional(),
  dueAt: task.dueAt.optional(),
  assignedToId: task.assignedToId.optional(),
  repeats: task.repeats.optional(),
  completed: z.boolean().optional(),
  steps: z
    .array(z.object({ id, completed: z.boolean() }))
    .max(mostSteps)
    .optional(),
});
export const TaskPath = LeadPath.extend({ taskId: id });

export const AppointmentBody = z.object({
  startsAt: moment,
  endsAt: moment,
  note: long.default(""),
  status: z.enum(appointmentStatuses).default("confirmed"),
});
export const AppointmentChangesBody = z.object({
  startsAt: moment.optional(),
  endsAt: moment.optional(),
  note: long.optional(),
  status: z.enum(appointmentStatuses).optional(),
});
export const AppointmentPath = LeadPath.extend({ appointmentId: id });

export const ArchiveBody = z.object({ archived: z.boolean() });

export const CloneBody = z.object({
  name: short.min(1, "A lead has a name."),
  stageId: id,
  copiesChecklist: z.boolean().default(true),
  copiesFiles: z.boolean().default(false),
});

export const ConvertBody = z.object({
  firstName: short.min(1, "Write the first name."),
  lastName: short.min(1, "Write the last name."),
  email: z.string().trim().refine(isEmail, "This is not an email address."),
  companyName: short.optional(),
  sendsWelcomeMail: z.boolean().default(false),
});

/** What was made, by its id. */
export const MadeAnswer = z.object({ id: z.string() });
export const printMade = ({ id: made }: { id: string }): z.infer<typeof MadeAnswer> => ({ id: made });

export const DoneAnswer = z.object({ done: z.literal(true) });
export const printDone = (): z.infer<typeof DoneAnswer> => ({ done: true });

export const BinQuery = z.object({
  after: id.optional().describe("The `next` of the page before."),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const BinAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  leads: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      name: z.string(),
      valueMinor: z.int().nullable(),
      currency: z.string(),
      stage: z.object({ id: z.string(), name: z.string(), color: z.string() }),
      contactName: z.string().nullable(),
      ownerName: z.string().nullable(),
      deletedAt: time,
    }),
  ),
  next: z.string().nullable(),
});
export type BinAnswer = z.infer<typeof BinAnswer>;

/** A page of the bin as the wire shows it. */
export const printBin = (
  { leads, next }: { leads: DeletedLead[]; next: string | null },
  context: Context,
): BinAnswer => ({
  ...asOf(context),
  leads: leads.map(({ deletedAt, ...lead }) => ({ ...lead, deletedAt: deletedAt.toISOString() })),
  next,
});
