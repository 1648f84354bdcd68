import { z } from "zod";
import { emailText, isoSeconds, longText, orNull, prefixedLeadId, shortText } from "@/lib/dialects/shared/fields";
import type { LeadWithNote } from "@/lib/leads/lead-with-note";
import type { LeadChanges } from "@/lib/leads/model";

/** The four fields of a lead. None is required; null, an empty text and one of spaces clear. */
export const LeadBody = z.object({
  name: shortText.nullish(),
  email: emailText.nullish(),
  source: shortText.nullish(),
  note: longText.nullish(),
});

export const LeadPath = z.object({ id: prefixedLeadId });

const text = z.string().nullable();
const LeadData = z.object({ lead_id: z.string(), name: text, email: text, source: text, note: text });

export const LeadAdded = z.object({
  success: z.literal(true),
  data: LeadData.extend({ created_at: z.string() }),
  message: z.literal("Lead added successfully"),
});

export const LeadUpdated = z.object({
  success: z.literal(true),
  error: z.literal(""),
  data: LeadData.extend({ updated_at: z.string() }),
  message: z.literal("Lead updated successfully"),
});

export const LeadDeleted = z.object({
  success: z.literal(true),
  error: z.literal(""),
  message: z.literal("Lead deleted successfully"),
});

/** What the body says, as the domain takes it. */
export const changesOf = (body: z.infer<typeof LeadBody>): LeadChanges & { note?: string | null } => ({
  source: orNull(body.source),
  contact: { name: orNull(body.name), email: orNull(body.email) },
  note: orNull(body.note),
});

const dataOf = ({ lead, note }: LeadWithNote) => ({
  lead_id: prefixedLeadId.encode(lead.id),
  name: lead.contact.name,
  email: lead.contact.email,
  source: lead.source,
  note,
});

export const printAdded = (saved: LeadWithNote): z.infer<typeof LeadAdded> => ({
  success: true,
  data: { ...dataOf(saved), created_at: isoSeconds(saved.lead.createdAt) },
  message: "Lead added successfully",
});

export const printUpdated = (saved: LeadWithNote): z.infer<typeof LeadUpdated> => ({
  success: true,
  error: "",
  data: { ...dataOf(saved), updated_at: isoSeconds(saved.lead.updatedAt) },
  message: "Lead updated successfully",
});

export const printDeleted = (): z.infer<typeof LeadDeleted> => ({
  success: true,
  error: "",
  message: "Lead deleted successfully",
});
