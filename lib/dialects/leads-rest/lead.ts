import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { Invalid, type Issue } from "@/lib/access/errors";
import { renames } from "@/lib/dialects/shared/renames";
import { currencyExponent, minorFromDecimal } from "@/lib/kit/money";
import type { LeadChanges } from "@/lib/leads/model";
import {
  amount,
  date,
  dropBlanks,
  email,
  lineOfText,
  longText,
  oneOf,
  pathNumber,
  recordNumber,
  shortText,
  withoutBlanks,
} from "./fields";
import { sentences } from "./sentences";

const contactNames = renames({
  lead_firstname: "firstName",
  lead_lastname: "lastName",
  lead_email: "email",
  lead_phone: "phone",
  lead_company_name: "companyName",
  lead_job_position: "jobTitle",
  lead_website: "website",
  lead_street: "address",
  lead_city: "city",
  lead_state: "state",
  lead_zip: "postalCode",
  lead_country: "country",
});

const leadNames = renames({
  lead_source: "source",
  lead_description: "description",
  lead_last_contacted: "lastContactedOn",
});

/** Fields of the domain by the names that callers know them by. */
export const fields = { name: "lead_title", stage: "lead_status", category: "lead_categoryid" };

/** The fields that leads are made and cloned with. */
const leadFields = {
  lead_title: shortText,
  lead_status: recordNumber.describe("The id of a lead status."),
  lead_firstname: shortText.optional(),
  lead_lastname: shortText.optional(),
  lead_email: email.optional(),
  lead_phone: shortText.optional(),
  lead_company_name: shortText.optional(),
  lead_website: lineOfText.optional(),
  lead_value: amount.optional(),
};

const LeadFields = z.looseObject({
  ...leadFields,
  lead_categoryid: recordNumber.describe("The id of a lead category."),
  lead_job_position: shortText.optional(),
  lead_source: shortText.optional(),
  lead_last_contacted: date.optional(),
  lead_description: longText.optional(),
  lead_street: shortText.optional(),
  lead_city: shortText.optional(),
  lead_state: shortText.optional(),
  lead_zip: shortText.optional(),
  lead_country: shortText.optional(),
});

/** A lead to make, or all that a lead is to be. Fields beyond these are custom fields of the location's leads. */
export const LeadBody = withoutBlanks(LeadFields);
type LeadBody = z.output<typeof LeadBody>;

export const LeadPath = z.object({ id: pathNumber });

/** The lead that a path names. */
export const leadOf = (path: z.output<typeof LeadPath>) => ({ number: path.id });

/** What the body says, as the domain takes it: what is not sent is left alone. */
export const leadFrom = (body: LeadBody, context: Context): LeadChanges => ({
  name: body.lead_title,
  stage: { number: body.lead_status },
  category: { number: body.lead_categoryid },
  valueMinor: body.lead_value === undefined ? undefined : minorOf(body.lead_value, context),
  ...leadNames.decode(body),
  contact: contactNames.decode(body),
  customFields: customFieldsOf(body),
});

/** The same for a full update: what is not sent is cleared. */
export function fullUpdateFrom(body: LeadBody, context: Context): LeadChanges {
  const { contact = {}, ...said } = leadFrom(body, context);
  return { ...cleared(said), contact: cleared(contact) };
}

/** A lead like another one: what is sent is different about it. */
export const CloneBody = withoutBlanks(
  z.object({
    ...leadFields,
    copy_checklist: oneOf(["on", "off"]).optional(),
    copy_files: oneOf(["on", "off"]).optional(),
  }),
);

/** What the body says about the clone of a lead, as the domain takes it. */
export const cloneFrom = (body: z.output<typeof CloneBody>, context: Context) => ({
  name: body.lead_title,
  stage: { number: body.lead_status },
  valueMinor: body.lead_value === undefined ? undefined : minorOf(body.lead_value, context),
  contact: contactNames.decode(body),
  copiesChecklist: body.copy_checklist === "on",
  copiesFiles: body.copy_files === "on",
});

/**
 * What is wrong with a body that does not fit, beside what its schema says: what `check` finds out in
 * the domain about whatever is readable of it, and an amount that the location's currency does not have.
 */
export const alsoWrongBy =
  (check: (context: Context, changes: LeadChanges) => Promise<Issue[]>) =>
  async (context: Context, body: unknown): Promise<Issue[]> => {
    const sent = fieldsOf(body);
    const { data: value } = amount.safeParse(sent.lead_value);
    const issues = await check(context, {
      stage: numberIn(sent.lead_status),
      category: numberIn(sent.lead_categoryid),
      customFields: customFieldsOf(sent),
    });
    return value !== undefined && minorIn(value, context) === null ? [...issues, tooExact(context)] : issues;
  };

const fieldsOf = (body: unknown) => (typeof body === "object" && body !== null ? dropBlanks(body) : {});

function numberIn(value: unknown): { number: number } | undefined {
  const { data } = recordNumber.safeParse(value);
  return data === undefined ? undefined : { number: data };
}

const knownNames: ReadonlySet<string> = new Set(Object.keys(LeadFields.shape));

const customFieldsOf = (body: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !knownNames.has(name)));

/** Fields of which nothing was said say that they are empty. */
const cleared = <Fields extends object>(said: Fields): Fields =>
  // Every field of a command may be null where it may be undefined.
  Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value ?? null])) as Fields;

/** Minor units of an amount in the location's currency. @throws Invalid for more decimals than it has. */
function minorOf(decimal: string, context: Context): number {
  const minor = minorIn(decimal, context);
  if (minor === null) throw new Invalid([tooExact(context)]);
  return minor;
}

function minorIn(decimal: string, { location: { currency } }: Context): number | null {
  const [, fraction = ""] = decimal.split(".");
  return /^0*$/.test(fraction.slice(currencyExponent(currency))) ? minorFromDecimal(decimal, currency) : null;
}

const tooExact = ({ location: { currency } }: Context): Issue => ({
  path: ["lead_value"],
  rule: "decimals",
  message: sentences.decimals(currencyExponent(currency)),
});
