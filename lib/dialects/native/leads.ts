import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { isId } from "@/lib/kit/id";
import { leadAttributeNames } from "@/lib/leads/model";
import type { LeadRecord } from "@/lib/leads/read-lead-record";

const id = z.string().refine(isId, "This is not an id.");
const time = z.iso.datetime();
const text = z.string().nullable();

const Stage = z.object({ id: z.string(), name: z.string(), color: z.string() });
const Status = z.enum(["open", "won", "lost", "abandoned"]);

export const LeadPath = z.object({ leadId: id });

export const LeadLocationAnswer = z.object({ id: z.string(), name: z.string() });

const User = z.object({ id: z.string(), name: z.string(), username: z.string() });
const Fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

export const LeadRecordAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  lead: z.object({
    id: z.string(),
    number: z.int(),
    slug: z.string(),
    name: z.string(),
    status: Status,
    valueMinor: z.int().nullable(),
    currency: z.string(),
    stage: Stage,
    category: z.string(),
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
  }),
  customValues: z.array(z.object({ id: z.string(), name: z.string(), value: z.unknown() })),
  notes: z.array(z.object({ id: z.string(), body: z.string(), authorName: z.string(), createdAt: time })),
  appointments: z.array(
    z.object({ id: z.string(), startsAt: time, endsAt: time, status: z.string(), note: z.string(), hostName: text }),
  ),
  attachments: z.array(z.object({ id: z.string(), fileName: z.string(), sizeBytes: z.int(), createdAt: time })),
  events: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      actorName: z.string(),
      occurredAt: time,
      stageName: text,
      fields: z.array(z.string()),
    }),
  ),
});

export type LeadLocationAnswer = z.infer<typeof LeadLocationAnswer>;
export type LeadRecordAnswer = z.infer<typeof LeadRecordAnswer>;

const asOf = ({ now, location }: Context) => ({ asOf: now.toISOString(), timeZone: location.timeZone });

/** A lead with all that hangs on it as the wire shows it. */
export function printLeadRecord(record: LeadRecord, context: Context): LeadRecordAnswer {
  const { lead } = record;
  const { contact, stage, category, assigned, createdBy, archivedAt, convertedAt, createdAt, updatedAt } = lead;
  return {
    ...asOf(context),
    lead: {
      id: lead.id,
      number: lead.number,
      slug: lead.slug,
      name: lead.name,
      status: lead.status,
      valueMinor: lead.valueMinor,
      currency: lead.currency,
      stage: { id: stage.id, name: stage.name, color: stage.color },
      category: category.name,
      source: lead.source,
      description: lead.description,
      lastContactedOn: lead.lastContactedOn,
      assigned: assigned.map(userOf),
      createdBy: createdBy && userOf(createdBy),
      archivedAt: archivedAt && archivedAt.toISOString(),
      convertedAt: convertedAt && convertedAt.toISOString(),
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      attributes: Object.fromEntries(leadAttributeNames.map((name) => [name, lead[name]])),
      contact: facts(contact),
    },
    customValues: record.customValues,
    notes: record.notes.map((note) => ({
      id: note.id,
      body: note.body,
      authorName: note.authorName,
      createdAt: note.createdAt.toISOString(),
    })),
    appointments: record.appointments.map(({ startsAt, endsAt, ...appointment }) => ({
      ...appointment,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    attachments: record.attachments.map(({ createdAt: attachedAt, ...file }) => ({
      ...file,
      createdAt: attachedAt.toISOString(),
    })),
    events: record.events.map(({ occurredAt, before, after, ...event }) => ({
      ...event,
      occurredAt: occurredAt.toISOString(),
      fields: [
        ...new Set([before, after].flatMap((state) => (state && typeof state === "object" ? Object.keys(state) : []))),
      ],
    })),
  };
}

const userOf = ({ id: userId, name, username }: { id: string; name: string; username: string }) => ({
  id: userId,
  name,
  username,
});

/** The plain values of a record: texts, numbers, flags, lists of texts. */
const facts = (of: Record<string, unknown>): Record<string, z.infer<typeof Fact>> =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, value]) => (Fact.safeParse(value).success ? [[name, Fact.parse(value)]] : [])),
  );
