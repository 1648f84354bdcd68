import { and, eq, inArray } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { leadCategories } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { contactFieldNames, type ContactChanges } from "@/lib/contacts/model";
import { customValuesOf, setCustomValues } from "@/lib/custom-fields/set-custom-values";
import { together } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { refuseOverwriting } from "@/lib/events/refuse-overwriting";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { assignLead } from "./assign-lead";
import { lockLead } from "./internal/edit-lead";
import { leadInLocation } from "./internal/select-leads";
import { type Lead, type LeadAttributes, leadAttributeNames } from "./model";
import { moveLead } from "./move-lead";
import { setLeadTags } from "./set-lead-tags";
import { updateLead } from "./update-lead";

/** Fields of a lead and its contact as a form has them: what is absent is not spoken of, null clears. */
export type LeadFields = Partial<LeadAttributes> & {
  name?: string;
  valueMinor?: number | null;
  source?: string | null;
  description?: string | null;
  lastContactedOn?: string | null;
  stageId?: string;
  categoryId?: string;
  /** Ids of users, the owner first. */
  assignedIds?: string[];
  tags?: string[];
  contact?: ContactChanges;
  /** Values of custom fields, by field id; null takes one away. */
  custom?: Record<string, unknown>;
};

export type PatchLead = {
  leadId: string;
  /** The lead's version that the caller saw. Where it is the present one, what was known is not asked for. */
  version?: number;
  changes: LeadFields;
  /** What the caller took the changed fields for. */
  known?: LeadFields;
};

/**
 * Changes fields of a lead, its contact and its custom values. Fields that others changed meanwhile
 * stay as they made them; where both changed one field to different values, nothing is written.
 * @throws NotFound; ChangedSince with both values of each field that clashes; Invalid for values that
 * do not fit.
 */
export function patchLead(context: Context, { leadId, version, changes, known }: PatchLead): Promise<Lead> {
  return together(context, async (inside) => {
    const { transaction } = inside;
    const lead = await lockLead(transaction, inside, { id: leadId });
    const wanted = flat(changes);
    const present = flat(await fieldsOf(transaction, inside, lead, changes));
    const isStale = version !== lead.version;
    await refuseOverwriting(transaction, inside, {
      about: { opportunityId: lead.id, contactId: lead.contact.id },
      present,
      wanted,
      // A field of the lead itself can not differ unless its version does: what nobody spoke of was empty to them.
      known: { ...(isStale && withoutValues(wanted)), ...flat(known ?? {}) },
      nameInEvents: (field) => (field === "assignedIds" ? "assigned" : field.replace(/^contact\./, "")),
    });
    await applyChanges(inside, lead, changes);
    return leadInLocation(transaction, inside, leadId);
  });
}

const withoutValues = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, null]));

/** Fields by one name each: those of the contact as `contact.email`, custom ones as `custom:<id>`. */
function flat({ contact = {}, custom = {}, ...fields }: LeadFields): Record<string, unknown> {
  return {
    ...withoutUndefined(fields),
    ...Object.fromEntries(Object.entries(withoutUndefined(contact)).map(([name, value]) => [`contact.${name}`, value])),
    ...Object.fromEntries(Object.entries(custom).map(([id, value]) => [`custom:${id}`, value])),
  };
}

/** What the lead has in the fields that `asked` speaks of, and in some others. */
async function fieldsOf(
  transaction: ReadTransaction,
  context: Context,
  lead: Lead,
  asked: LeadFields,
): Promise<LeadFields> {
  const { name, valueMinor, source, description, lastContactedOn, contact, category, stage, assigned } = lead;
  const attributes: Partial<LeadAttributes> = Object.fromEntries(leadAttributeNames.map((each) => [each, lead[each]]));
  const person: ContactChanges = Object.fromEntries(contactFieldNames.map((each) => [each, contact[each]]));
  const { unsubscribed, blogSubscriber } = contact;
  return {
    ...attributes,
    name,
    valueMinor,
    source,
    description,
    lastContactedOn,
    stageId: stage.id,
    categoryId: category.id,
    assignedIds: assigned.map(({ id }) => id),
    tags: contact.tags,
    contact: { ...person, unsubscribed, blogSubscriber },
    custom: asked.custom ? await customValuesOf(transaction, context, { opportunityId: lead.id }) : {},
  };
}

async function applyChanges(context: Context, lead: Lead, changes: LeadFields): Promise<void> {
  const { stageId, categoryId, assignedIds, tags, custom, ...fields } = changes;
  const reference = { id: lead.id };
  const category = categoryId === undefined ? undefined : await categoryOf(context, categoryId);
  const plain = withoutUndefined({ ...fields, category });
  if (Object.keys(plain).length > 0) await updateLead(context, { lead: reference, changes: plain });
  if (stageId !== undefined) await moveLead(context, { lead: reference, stage: { id: stageId } });
  if (assignedIds) await assignLead(context, { lead: reference, assigned: await numbersOf(context, assignedIds) });
  if (tags) await setLeadTags(context, { lead: reference, tags });
  if (custom) await setCustomValues(context, { opportunityId: lead.id, contactId: lead.contact.id, values: custom });
}

async function categoryOf({ transaction, location }: Context, id: string): Promise<{ number: number }> {
  const [category] =
    (await transaction
      ?.select({ number: leadCategories.number })
      .from(leadCategories)
      .where(and(eq(leadCategories.locationId, location.id), eq(leadCategories.id, id)))) ?? [];
  if (category) return category;
  const message = "There is no such category. Choose one of the location's lead categories.";
  throw Invalid.field("categoryId", "unknown", message);
}

/** The numbers of users, by which assignLead knows them; 0, which nobody has, for those who are not there. */
async function numbersOf({ transaction }: Context, ids: string[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const found =
    (await transaction?.select({ id: users.id, number: users.number }).from(users).where(inArray(users.id, ids))) ?? [];
  return ids.map((id) => found.find((user) => user.id === id)?.number ?? 0);
}
