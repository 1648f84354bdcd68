import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { DuplicateContact, DuplicatePair } from "@/lib/merging/list-duplicates";
import { mergedContactFields, mergedLeadFields, mostMerged } from "@/lib/merging/model";
import { asOf, id, text, time } from "./fields";

export const DuplicatesQuery = z.object({
  contact: id.optional().describe("Only the pairs of this contact."),
  after: id.optional().describe("The `next` of the page before."),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

const Contact = z.object({
  id: z.string(),
  number: z.int(),
  fields: z.record(z.enum(mergedContactFields), text),
  tags: z.array(z.string()),
  createdAt: time,
  leads: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      stageName: z.string(),
      stageColor: z.string(),
      valueMinor: z.int().nullable(),
      currency: z.string(),
      source: text,
      description: text,
      lastContactedOn: text.describe("`yyyy-mm-dd`."),
      categoryName: text,
      ownerName: text,
    }),
  ),
});

export const DuplicatesAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  pairs: z.array(
    z.object({
      id: z.string(),
      reason: z.enum(["email", "phone", "name"]).describe("What they share; `name`: name and company."),
      suspectedAt: time,
      contacts: z.array(Contact).length(2),
    }),
  ),
  next: text,
});
export type DuplicatesAnswer = z.infer<typeof DuplicatesAnswer>;
export type DuplicateContactAnswer = z.infer<typeof Contact>;

/** Ids between commas. */
const ids = z
  .string()
  .transform((list) => list.split(","))
  .pipe(z.array(id).min(1).max(mostMerged));

export const CandidatesQuery = z
  .object({
    contacts: ids.optional().describe("Ids of contacts, between commas."),
    leads: ids.optional().describe("Ids of leads, between commas: their contacts."),
    alike: id.optional().describe("A contact, and those that may be the same person."),
  })
  .refine((query) => Object.values(query).filter((value) => value !== undefined).length === 1, {
    message: "Send one of `contacts`, `leads` and `alike`.",
  });

export const CandidatesAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  contacts: z.array(Contact).describe(`Ten at most; those that the caller can not read are left out.`),
});
export type CandidatesAnswer = z.infer<typeof CandidatesAnswer>;

export const PairPath = z.object({ pairId: id });

const others = z
  .array(id)
  .min(1)
  .max(mostMerged - 1);

export const MergeBody = z
  .object({
    contacts: z
      .object({
        survivorId: id,
        otherIds: others,
        fields: z.partialRecord(z.enum(mergedContactFields), id).default({}),
      })
      .optional()
      .describe("The contacts that become one; `fields`: the contact whose value a field takes."),
    leads: z
      .object({
        survivorId: id,
        otherIds: others,
        fields: z.partialRecord(z.enum(mergedLeadFields), id).default({}),
      })
      .optional()
      .describe("Leads of these contacts, or of one contact, that become one as well."),
  })
  .refine(({ contacts, leads }) => contacts !== undefined || leads !== undefined, "Name what becomes one.");

export type MergeBody = z.input<typeof MergeBody>;

export const MergeAnswer = z.object({ contactId: z.string() });

const printContact = ({ createdAt, ...contact }: DuplicateContact): DuplicateContactAnswer => ({
  ...contact,
  createdAt: createdAt.toISOString(),
});

/** Contacts that may be merged as the wire shows them. */
export const printCandidates = (contacts: DuplicateContact[], context: Context): CandidatesAnswer => ({
  ...asOf(context),
  contacts: contacts.map(printContact),
});

/** A page of pairs as the wire shows it. */
export const printDuplicates = (
  { pairs, next }: { pairs: DuplicatePair[]; next: string | null },
  context: Context,
): DuplicatesAnswer => ({
  ...asOf(context),
  pairs: pairs.map(({ suspectedAt, contacts, ...pair }) => ({
    ...pair,
    suspectedAt: suspectedAt.toISOString(),
    contacts: contacts.map(printContact),
  })),
  next,
});
