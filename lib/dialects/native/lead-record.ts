import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { customFieldTypes } from "@/lib/custom-fields/model";
import { type Lead, leadAttributeNames, leadStatuses } from "@/lib/leads/model";
import type { LeadRecord } from "@/lib/leads/read-lead-record";
import { taskRepeats } from "@/lib/tasks/model";
import { asOf, isoOrNull, Named, text, time } from "./fields";

const Stage = Named.extend({ color: z.string() });
const Status = z.enum(leadStatuses);
const User = Named.extend({ username: z.string() });
const Fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

export const LeadAnswer = z.object({
  id: z.string(),
  number: z.int(),
  slug: z.string(),
  version: z.int().describe("Counts the changes of the lead itself. Send it back with a change."),
  name: z.string(),
  status: Status,
  valueMinor: z.int().nullable(),
  currency: z.string(),
  stage: Stage,
  category: Named,
  source: text,
  description: text,
  lastContactedOn: text,
  assigned: z.array(User),
  createdBy: User.nullable(),
  archivedAt: time.nullable(),
  convertedAt: time.nullable(),
  createdAt: time,
  updatedAt: time,
  attributes: z.record(z.string(), Fact).describe("What only some callers know of a lead, by field name."),
  contact: z.record(z.string(), Fact).describe("The person, by field name."),
});

export const LeadRecordAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  lead: LeadAnswer,
  duplicates: z.int().describe("How many other contacts may be the same person."),
  customFields: z.array(
    Named.extend({
      dataType: z.enum(customFieldTypes),
      options: z.array(z.string()),
      required: z.boolean(),
      folder: text,
      value: z.unknown(),
    }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      body: text,
      assignedTo: Named.nullable(),
      dueAt: time.nullable(),
      repeats: z.enum(taskRepeats).nullable(),
      completedAt: time.nullable(),
      steps: z.array(z.object({ id: z.string(), text: z.string(), completed: z.boolean() })),
    }),
  ),
  appointments: z.array(
    z.object({ id: z.string(), startsAt: time, endsAt: time, status: z.string(), note: z.string(), hostName: text }),
  ),
  attachments: z.array(
    z.object({ id: z.string(), fileName: z.string(), mediaType: z.string(), sizeBytes: z.int(), createdAt: time }),
  ),
  quotes: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      title: z.string(),
      totalMinor: z.int(),
      currency: z.string(),
      status: z.string(),
    }),
  ),
  otherLeads: z.array(
    Named.extend({ status: Status, valueMinor: z.int().nullable(), currency: z.string(), stage: Stage }),
  ),
  uploadLimitBytes: z.int(),
});

export type LeadAnswer = z.infer<typeof LeadAnswer>;
export type LeadRecordAnswer = z.infer<typeof LeadRecordAnswer>;

const userOf = ({ id, name, username }: z.infer<typeof User>) => ({ id, name, username });

/** The plain values of a record: texts, numbers, flags, lists of texts. */
const facts = (of: Record<string, unknown>): Record<string, z.infer<typeof Fact>> =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, value]) => (Fact.safeParse(value).success ? [[name, Fact.parse(value)]] : [])),
  );

/** A lead as the wire shows it. */
export function printLead(lead: Lead): LeadAnswer {
  const { id, number, slug, version, name, status, valueMinor, currency, source, description, lastContactedOn } = lead;
  const { contact, stage, category, assigned, createdBy, archivedAt, convertedAt, createdAt, updatedAt } = lead;
  return {
    id,
    number,
    slug,
    version,
    name,
    status,
    valueMinor,
    currency,
    source,
    description,
    lastContactedOn,
    stage: { id: stage.id, name: stage.name, color: stage.color },
    category: { id: category.id, name: category.name },
    assigned: assigned.map(userOf),
    createdBy: createdBy && userOf(createdBy),
    archivedAt: isoOrNull(archivedAt),
    convertedAt: isoOrNull(convertedAt),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    attributes: Object.fromEntries(leadAttributeNames.map((each) => [each, lead[each]])),
    contact: facts(contact),
  };
}

/** A lead with what is related to it as the wire shows it. */
export const printLeadRecord =
  (uploadLimitBytes: number) =>
  (record: LeadRecord, context: Context): LeadRecordAnswer => ({
    ...asOf(context),
    lead: printLead(record.lead),
    duplicates: record.duplicates,
    customFields: record.customFields,
    tasks: record.tasks.map(({ id, title, body, assignedTo, dueAt, repeats, completedAt, steps }) => ({
      id,
      title,
      body,
      repeats,
      assignedTo: assignedTo && { id: assignedTo.id, name: assignedTo.name },
      dueAt: isoOrNull(dueAt),
      completedAt: isoOrNull(completedAt),
      steps: steps.map((step) => ({ id: step.id, text: step.text, completed: step.completedAt !== null })),
    })),
    appointments: record.appointments.map(({ startsAt, endsAt, ...appointment }) => ({
      ...appointment,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    attachments: record.attachments.map(({ createdAt, ...file }) => ({ ...file, createdAt: createdAt.toISOString() })),
    quotes: record.quotes,
    otherLeads: record.otherLeads,
    uploadLimitBytes,
  });
