import type { Context, Location } from "@/lib/access/context";
import { fillsIn } from "@/lib/contacts/fills-in";
import { type Contact, type ContactChanges, contactFieldNames } from "@/lib/contacts/model";
import { copyLeadValues } from "@/lib/custom-fields/copy-lead-values";
import { change } from "@/lib/data/doors";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { createLead } from "./create-lead";
import { getLead } from "./get-lead";
import { copyChecklist, copyFiles } from "./internal/copy-related";
import { leadEvent } from "./internal/edit-lead";
import { attributesOf } from "./lead-attributes";
import type { CreateLead, Lead, LeadReference, StageReference } from "./model";

export type CloneLead = {
  lead: LeadReference;
  name: string;
  stage: StageReference;
  valueMinor?: number;
  /** What is different about the person. */
  contact?: ContactChanges;
  copiesChecklist: boolean;
  copiesFiles: boolean;
};

/**
 * Makes a lead like another one, with a name and stage of its own and nobody assigned. It is about the
 * same contact, unless something else is said of the person: then createLead finds or makes who that is.
 * @throws NotFound; Invalid at `stage` for one that the location does not have.
 */
export function cloneLead(context: Context, input: CloneLead): Promise<Lead> {
  return change(context, async (transaction, inside) => {
    const source = await getLead(inside, input.lead);
    const lead = await createLead(inside, {
      ...copied(source),
      ...personOf(source.contact, withoutUndefined(input.contact ?? {}), context.location),
      name: input.name,
      stage: input.stage,
      ...(input.valueMinor !== undefined && { valueMinor: input.valueMinor }),
    });
    await copyLeadValues(transaction, inside, { from: source.id, to: lead.id });
    if (input.copiesChecklist) await copyChecklist(transaction, inside, source, lead);
    const files = input.copiesFiles ? await copyFiles(transaction, inside, source, lead) : [];
    const cloned = leadEvent(lead, { type: "lead.cloned", after: { from: source.id, fromName: source.name } });
    return { result: lead, events: [cloned, ...files] };
  });
}

/** What a lead and its copy share: nobody owns the copy yet, and it is not converted. */
function copied(source: Lead): Partial<CreateLead> {
  const { ownerReference, lifecycle, customerName, ...attributes } = attributesOf(source);
  return {
    valueMinor: source.valueMinor,
    category: source.category,
    source: source.source,
    description: source.description,
    lastContactedOn: source.lastContactedOn,
    ...attributes,
    ...(source.convertedAt === null && { lifecycle, customerName }),
  };
}

/** The known contact, or where something else is said of them, all that is known of them with that. */
function personOf(known: Contact, said: ContactChanges, location: Location): Partial<CreateLead> {
  const learned = fillsIn(known, said, location);
  if (learned && Object.keys(learned).length === 0) return { contactId: known.id };
  const { unsubscribed, blogSubscriber, source, tags } = known;
  const fields = Object.fromEntries(contactFieldNames.map((field) => [field, known[field]]));
  const contact: ContactChanges = { ...fields, unsubscribed, blogSubscriber, source, ...said };
  // The whole name is put together anew when a part of it is another.
  if (said.firstName !== undefined || said.lastName !== undefined) contact.name = undefined;
  return { contact, tags };
}
