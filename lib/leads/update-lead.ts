import { and, eq, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid, NotFound } from "@/lib/access/errors";
import { changeContact } from "@/lib/contacts/change-contact";
import { leadValuesInEvent, listLeadFields, replaceLeadValues, valuesInEvent } from "@/lib/custom-fields/lead-values";
import { readCustomValues } from "@/lib/custom-fields/model";
import { change } from "@/lib/data/doors";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { isLead } from "./get-lead";
import { readableLeads } from "./internal/readable";
import { findCategory, findOwner, findStage } from "./internal/resolve";
import { leadInLocation, leadOf, selectLeads } from "./internal/select-leads";
import { columnsInStage } from "./internal/stage-columns";
import { tellUpdate } from "./internal/tell-update";
import { attributesOf } from "./lead-attributes";
import type { Lead, LeadChanges, LeadReference } from "./model";
import { requireOwnership } from "./ownership";

export type UpdateLead = {
  lead: LeadReference;
  changes: LeadChanges;
  /** Whether only whoever made the lead, or an administrator, may do it: so the first lead API has it. */
  onlyOwner?: boolean;
};

/**
 * Changes a lead and its contact: fields that are undefined stay, null clears. A new stage puts the
 * lead at the top of that stage.
 * @throws NotFound; Forbidden (rule `not_owner`); Invalid for an unknown stage, category or user,
 * and for custom fields that are missing or do not fit.
 */
export function updateLead(context: Context, { lead: reference, changes, onlyOwner }: UpdateLead): Promise<Lead> {
  return change(context, async (transaction) => {
    const mine = and(readableLeads(context), isLead(reference));
    // The lock keeps two changes of one lead in order, so that each event's "before" is true.
    await transaction.select({ id: opportunities.id }).from(opportunities).where(mine).for("update");
    const [[row], named, category, owner, fields] = await Promise.all([
      selectLeads(transaction).where(mine),
      changes.stage ? findStage(transaction, context, changes.stage) : null,
      changes.category ? findCategory(transaction, context, changes.category) : null,
      findOwner(transaction, context, changes),
      changes.customFields ? listLeadFields(transaction, context) : [],
    ]);
    if (!row) throw new NotFound("lead");
    const lead = leadOf(row);
    if (onlyOwner) requireOwnership(context, lead);
    // The key of the stage it is in means that one, in whichever pipeline: sent back, it moves nothing.
    const stays = changes.stage && "key" in changes.stage && changes.stage.key === lead.stage.key;
    const stage = stays ? lead.stage : named;
    const custom = readCustomValues(fields, changes.customFields ?? {});
    const issues = [...custom.issues];
    if (changes.stage && !stage)
      issues.push({
        path: ["stage"],
        rule: "unknown",
        message: "There is no such stage. Choose one of the location's stages.",
      });
    if (changes.category && !category)
      issues.push({
        path: ["category"],
        rule: "unknown",
        message: "There is no such category. Choose one of the location's lead categories.",
      });
    if (changes.owner && !owner)
      issues.push({ path: ["owner"], rule: "unknown", message: "There is no such user in the location." });
    if (issues.length > 0) throw new Invalid(issues);

    const columns = withoutUndefined({
      name:
        changes.name === undefined ? undefined : changes.name?.trim() ? changes.name : lead.contact.name || lead.name,
      valueMinor: changes.valueMinor,
      source: changes.source,
      description: changes.description,
      lastContactedOn: changes.lastContactedOn,
      categoryId: category?.id,
      stageId: stage?.id,
      ownerId: owner === undefined ? undefined : (owner?.id ?? null),
      archivedAt:
        changes.archived === undefined ? undefined : changes.archived ? (lead.archivedAt ?? context.now) : null,
      ...attributesOf(changes),
      // Who reads the lead by its owner's name reads the new one.
      ...(changes.owner && owner ? { ownerReference: owner.username } : {}),
    });
    const move = stage && stage.id !== lead.stage.id ? { stage, place: columnsInStage(context, stage) } : null;
    const values = changes.customFields
      ? { before: await leadValuesInEvent(transaction, context, lead.id), after: valuesInEvent(custom.values) }
      : { before: {}, after: {} };
    const events = tellUpdate(lead, row.lead, { columns, move, values });

    const [, contactEvents] = await Promise.all([
      transaction
        .update(opportunities)
        .set({
          ...columns,
          ...move?.place,
          version: sql`${opportunities.version} + 1`,
          updatedAt: context.now,
        })
        .where(and(eq(opportunities.locationId, context.location.id), eq(opportunities.id, lead.id))),
      changeContact(transaction, context, {
        contactId: lead.contact.id,
        changes: changes.contact ?? {},
        opportunityId: lead.id,
      }),
      changes.customFields ? replaceLeadValues(transaction, context, lead.id, custom.values) : null,
    ]);
    const after = await leadInLocation(transaction, context, lead.id);
    return { result: after, events: [...events, ...contactEvents] };
  });
}
