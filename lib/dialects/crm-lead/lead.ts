import { z } from "zod";
import {
  emailText,
  isoSeconds,
  lineOfText,
  orNull,
  prefixedLeadId,
  queryInteger,
  shortText,
} from "@/lib/dialects/shared/fields";
import { type Lead, type LeadChanges, type LeadPage, noOwnerReference } from "@/lib/leads/model";
import { attributes, contactFlags, contactTexts, leadTexts, leadWords } from "./attributes";

/** A text of which null, the empty one and one of spaces clear. */
const clearable = (text: z.ZodType<string, string>) =>
  text
    .nullable()
    .transform((value) => orNull(value) ?? null)
    .optional();

/** A text that always has a value: null, the empty one and one of spaces bring its default back. */
const wordOr = (standard: string) =>
  shortText
    .nullable()
    .transform((value) => orNull(value) ?? standard)
    .optional()
    .meta({ default: standard });

const flag = z
  .boolean()
  .nullable()
  .transform((value) => value ?? false)
  .optional()
  .meta({ default: false });

const taken = {
  text: clearable(shortText),
  email: clearable(emailText),
  link: clearable(lineOfText),
  owner: wordOr(noOwnerReference),
  status: wordOr("Lead"),
  flag,
  // The shortest decimal of a double: as text it is kept exactly, and read back to the same number.
  number: z.number().transform(String).nullish(),
};

const printedText = z.string().nullable();
const printed = {
  text: printedText,
  email: printedText,
  link: printedText,
  owner: z.string(),
  status: z.string(),
  flag: z.boolean(),
  number: z.number().nullable(),
};

type Shape<Schemas extends Record<(typeof attributes)[keyof typeof attributes], z.ZodType>> = {
  -readonly [Name in keyof typeof attributes]: Schemas[(typeof attributes)[Name]];
};

/** The shape of an object with every attribute, of the schema that its kind has. */
const shapeOf = <Schemas extends Record<(typeof attributes)[keyof typeof attributes], z.ZodType>>(schemas: Schemas) =>
  // The entries are those of the table, each with its kind's schema.
  Object.fromEntries(Object.entries(attributes).map(([name, kind]) => [name, schemas[kind]])) as Shape<Schemas>;

/** What only we set. It may be sent, so that an object can go back as it came, and says nothing. */
const ignored = z.unknown().optional().meta({ readOnly: true });

/** A lead to make, or changes of one. Absent attributes stay (new leads get the defaults); null and empty texts clear. */
export const LeadBody = z.strictObject({ id: ignored, created_at: ignored, updated_at: ignored, ...shapeOf(taken) });

export const LeadPath = z.object({ id: prefixedLeadId });

/** The Lead object, every attribute in every answer. */
export const CrmLead = z
  .object({ id: z.string(), created_at: z.string(), updated_at: z.string(), ...shapeOf(printed) })
  .meta({ id: "CrmLead" });

const largestPage = 100;

export const LeadQuery = z.object({
  limit: queryInteger(1, 20)
    .transform((limit) => Math.min(limit, largestPage))
    .describe(`Maximum number of objects to return; ${largestPage} at most are returned at once.`),
  offset: queryInteger(0, 0).describe("Number of objects to skip for pagination."),
});

export const LeadList = z.object({ data: z.array(CrmLead), has_more: z.boolean(), total: z.number().int() });

export const LeadDeleted = z.object({ id: z.string(), deleted: z.literal(true) });

/** What the body says, as the domain takes it. */
export const changesOf = (body: z.output<typeof LeadBody>): LeadChanges => ({
  ...leadTexts.decode(body),
  ...leadWords.decode(body),
  archived: body.disabled,
  contact: { ...contactTexts.decode(body), ...contactFlags.decode(body), annualRevenue: body.annual_revenue },
});

/** A lead as the Lead object. */
export const printLead = (lead: Lead): z.infer<typeof CrmLead> =>
  inOrder({
    id: prefixedLeadId.encode(lead.id),
    created_at: isoSeconds(lead.createdAt),
    updated_at: isoSeconds(lead.updatedAt),
    ...contactTexts.encode(lead.contact),
    ...contactFlags.encode(lead.contact),
    ...leadTexts.encode(lead),
    ...leadWords.encode(lead),
    annual_revenue: lead.contact.annualRevenue === null ? null : Number(lead.contact.annualRevenue),
    disabled: lead.archivedAt !== null,
  });

/** The same object with its attributes in the document's order. */
const inOrder = (lead: z.infer<typeof CrmLead>): z.infer<typeof CrmLead> =>
  // The shape has all of the object's names and no other.
  Object.fromEntries(CrmLead.keyof().options.map((name) => [name, lead[name]])) as typeof lead;

export const printList = ({
  leads,
  total,
  page,
}: {
  leads: Lead[];
  total: number;
  page: LeadPage;
}): z.infer<typeof LeadList> => ({
  data: leads.map(printLead),
  has_more: page.offset + leads.length < total,
  total,
});

export const printDeleted = ({ id }: Pick<Lead, "id">): z.infer<typeof LeadDeleted> => ({
  id: prefixedLeadId.encode(id),
  deleted: true,
});
