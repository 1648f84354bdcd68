import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { decimalFromMinor } from "@/lib/kit/money";
import { localDate } from "@/lib/kit/zone";
import type { Lead } from "@/lib/leads/model";

const text = z.string().nullable();

/** The lead object. */
export const LeadObject = z
  .object({
    id: z.int(),
    title: z.string(),
    value: text.describe("Major units with the decimals of the currency, two at least."),
    status: z.object({ id: z.int(), title: z.string(), color: z.string() }),
    active_state: z.enum(["active", "archived"]),
    category: z.object({ id: z.int(), name: z.string() }),
    source: text,
    last_contacted: text,
    description: text,
    contact: z.object({
      first_name: text,
      last_name: text,
      email: text,
      phone: text,
      job_position: text,
      company_name: text,
      website: text,
    }),
    address: z.object({ street: text, city: text, state: text, zip: text, country: text }),
    converted: z.object({ is_converted: z.boolean(), client_id: z.int().nullable(), date: text }),
    assigned: z.array(z.object({ id: z.int(), name: z.string() })).describe("The owner first, then the others."),
    tags: z.array(z.string()),
    dates: z.object({ created: z.string(), updated: z.string() }),
  })
  .meta({ id: "RestLead" });

/** A lead as the lead object. */
export function printLead(lead: Lead, { location }: Context): z.infer<typeof LeadObject> {
  const { stage, category, contact, convertedAt } = lead;
  return {
    id: lead.number,
    title: lead.name,
    value: lead.valueMinor === null ? null : decimalFromMinor(lead.valueMinor, lead.currency, 2),
    status: { id: stage.number, title: stage.name, color: stage.color },
    active_state: lead.archivedAt ? "archived" : "active",
    category: { id: category.number, name: category.name },
    source: lead.source,
    last_contacted: lead.lastContactedOn,
    description: lead.description,
    contact: {
      first_name: contact.firstName,
      last_name: contact.lastName,
      email: contact.email,
      phone: contact.phone,
      job_position: contact.jobTitle,
      company_name: contact.companyName,
      website: contact.website,
    },
    address: {
      street: contact.address,
      city: contact.city,
      state: contact.state,
      zip: contact.postalCode,
      country: contact.country,
    },
    converted: {
      is_converted: convertedAt !== null,
      client_id: lead.client?.number ?? null,
      date: convertedAt && localDate(convertedAt, location.timeZone),
    },
    assigned: lead.assigned.map(({ number, name }) => ({ id: number, name })),
    tags: contact.tags,
    dates: { created: isoMicroseconds(lead.createdAt), updated: isoMicroseconds(lead.updatedAt) },
  };
}

/** An instant as `2026-06-18T09:30:00.000000Z`. */
export const isoMicroseconds = (instant: Date): string => instant.toISOString().replace("Z", "000Z");

/** The answer of operations that give one lead. */
export const LeadAnswer = z.object({ data: LeadObject, message: z.string() });

/** Prints a lead with the sentence that says what was done. */
export const printLeadWith =
  (message: string) =>
  (lead: Lead, context: Context): z.infer<typeof LeadAnswer> => ({ data: printLead(lead, context), message });

export const LeadDeleted = z.object({ data: z.object({ id: z.int() }), message: z.string() });

export const printDeleted = ({ number }: Pick<Lead, "number">): z.infer<typeof LeadDeleted> => ({
  data: { id: number },
  message: "Lead deleted successfully.",
});
