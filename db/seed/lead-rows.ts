import { normalEmail } from "@/lib/kit/email";
import { minorFromDecimal } from "@/lib/kit/money";
import { normalPhone } from "@/lib/kit/phone";
import { firstRank } from "@/lib/kit/rank";
import { slugify } from "@/lib/kit/text";
import { localDate } from "@/lib/kit/zone";
import { leadEvents } from "./lead-events";
import { addDays, atWork } from "./local-time";
import { pastId } from "./past-id";
import type { PastEvent, Rows, SeededActor } from "./rows";
import type { Setting } from "./setting";
import type { Contact, Story } from "./story";

/** What is written for one location: its rows, and what happened, in no order yet. */
export type Ledger = { rows: Rows; happened: PastEvent[] };

/** A lead that was written, for what is written about it next. */
export type SeededLead = {
  story: Story;
  contactId: string;
  row: Rows["opportunities"][number];
  /** What its events are about. */
  about: { contactId: string; opportunityId: string };
};

const archivedShare = 0.09;
const archiveAfterDays = 110;
const shareWithKnownValue = 0.5;

/** Writes leads with their contacts, stage by stage. A contact is written with its first lead. */
export function createLeadWriter(setting: Setting, { rows, happened }: Ledger) {
  const writeContact = createContactWriter(setting, { rows, happened });
  return (story: Story): SeededLead => {
    const { random, locationId, profile } = setting;
    const maker = story.madeBy ? setting.user(story.madeBy) : setting.form;
    const owner = story.owner && setting.user(story.owner);
    const contact = writeContact(story, maker);
    const id = pastId(story.createdAt);
    const about = { contactId: contact.id, opportunityId: id };
    const archivedAt = archivedWhen(setting, story);
    const valueMinor = story.value === null ? null : minorFromDecimal(String(story.value), profile.currency);
    const valueAtFirst = story.moves.length > 1 && !random.chance(shareWithKnownValue) ? null : valueMinor;
    happened.push(...leadEvents(setting, story, { about, maker, owner, archivedAt, valueMinor, valueAtFirst }));

    const { person } = story.contact;
    const last = lastMove(story);
    const moved = story.moves.length > 1;
    const row = {
      locationId,
      id,
      number: story.number,
      slug: `${slugify(`${person.firstName} ${person.lastName}`) || "lead"}-${id.slice(-8).toLowerCase()}`,
      contactId: contact.id,
      pipelineId: setting.pipelineId(story.pipeline.name),
      stageId: setting.stage(story.pipeline.name, last.key).id,
      categoryId: setting.categoryId(story.category),
      name: story.title,
      status: story.status,
      statusChangedAt: story.status === "open" ? story.createdAt : last.at,
      lostReasonId: story.status === "lost" ? setting.lostReasonId(last.at.getTime()) : null,
      valueMinor,
      currency: profile.currency,
      ownerId: owner?.id ?? null,
      ownerReference: story.owner?.username ?? "__user",
      createdById: story.madeBy ? maker.id : null,
      source: story.source,
      description: story.message,
      lastContactedOn: moved ? localDate(last.at, profile.timeZone) : null,
      position: firstRank(last.at.getTime()),
      stageChangedAt: last.at,
      archivedAt,
      ...campaignColumns(story),
      createdAt: story.createdAt,
      updatedAt: archivedAt ?? (moved ? last.at : story.assignedAt),
      version: story.moves.length,
    };
    rows.opportunities.push(row);
    const lead = { story, contactId: contact.id, row, about };
    addBelongings(setting, rows, lead);
    return lead;
  };
}

function lastMove({ moves }: Story): Story["moves"][number] {
  const last = moves.at(-1);
  if (!last) throw new Error("A lead starts somewhere.");
  return last;
}

/** When a lead was put away, for some of those that came to nothing long ago. */
function archivedWhen({ random, now, profile }: Setting, story: Story): Date | null {
  const { at } = lastMove(story);
  if (story.status === "won" || addDays(at, archiveAfterDays) > now || !random.chance(archivedShare)) return null;
  return atWork(random, addDays(at, random.whole(30, 90)), profile.timeZone);
}

function campaignColumns({ campaign, source }: Story) {
  if (!campaign) return {};
  return { utmCampaign: campaign.slug, utmSource: source, utmMedium: campaign.medium };
}

/** Followers, campaign and custom values of a lead. */
function addBelongings(setting: Setting, rows: Rows, { story, about: { opportunityId } }: SeededLead): void {
  const { locationId, random, profile } = setting;
  const at = story.assignedAt;
  const base = () => ({ locationId, id: pastId(at), opportunityId, createdAt: at, updatedAt: at });
  for (const [index, { key, at: enteredAt }] of story.moves.entries()) {
    const next = story.moves[index + 1];
    if (next) rows.stageVisits.push(visit(setting, story, { opportunityId, key, enteredAt, next }));
  }
  for (const [position, follower] of story.followers.entries()) {
    rows.opportunityFollowers.push({ ...base(), userId: setting.user(follower).id, position });
  }
  if (story.campaign) rows.campaignMembers.push({ ...base(), campaignId: setting.campaignId(story.campaign.slug) });
  for (const { fieldKey, dataType, options, filled } of profile.fields) {
    if (!random.chance(story.pipeline.firms > 0.5 ? filled / 2 : filled)) continue;
    const value =
      dataType === "option"
        ? random.pick(options)
        : dataType === "checkbox"
          ? random.chance(0.6)
          : random.whole(42, 190) * 100;
    rows.customValues.push({ ...base(), customFieldId: setting.fieldId(fieldKey), value });
  }
}

/** A stay in a stage that ended with the next move. */
function visit(
  { locationId, stage }: Setting,
  { pipeline }: Story,
  stay: { opportunityId: string; key: string; enteredAt: Date; next: Story["moves"][number] },
): Rows["stageVisits"][number] {
  return {
    locationId,
    id: pastId(stay.next.at),
    opportunityId: stay.opportunityId,
    stageId: stage(pipeline.name, stay.key).id,
    nextStageId: stage(pipeline.name, stay.next.key).id,
    enteredAt: stay.enteredAt,
    leftAt: stay.next.at,
  };
}

function createContactWriter(setting: Setting, { rows, happened }: Ledger) {
  const { locationId, profile, random } = setting;
  const written = new Map<Contact, { id: string }>();
  return (story: Story, maker: SeededActor): { id: string } => {
    const { contact, createdAt } = story;
    const known = written.get(contact);
    if (known) return known;
    const { person, place, firm, phone, email, jobTitle } = contact;
    const base = () => ({ locationId, id: pastId(createdAt), createdAt, updatedAt: createdAt });
    const business = firm && {
      ...base(),
      name: firm.name,
      website: firm.website,
      ...place,
      phone,
      email: `office@${firm.domain}`,
    };
    if (business) rows.businesses.push(business);
    const { address, city, state, postalCode, country } = place;
    const row = {
      ...base(),
      firstName: person.firstName,
      lastName: person.lastName,
      name: `${person.firstName} ${person.lastName}`,
      gender: random.chance(0.3) ? person.gender : null,
      email,
      emailNormal: normalEmail(email),
      phone,
      phoneNormal: normalPhone(phone, profile.country.code),
      companyName: firm?.name ?? null,
      businessId: business?.id ?? null,
      jobTitle,
      website: firm?.website ?? null,
      industry: firm?.industry ?? null,
      employees: firm?.employees ?? null,
      address,
      city,
      state,
      postalCode,
      country,
      source: story.source,
      tags: random.chance(0.45) ? random.shuffled(story.pipeline.tags).slice(0, random.whole(1, 2)) : [],
      createdById: story.madeBy ? maker.id : null,
    };
    rows.contacts.push(row);
    written.set(contact, row);
    happened.push({
      at: createdAt,
      actor: maker,
      type: "contact.created",
      subject: { type: "contact", id: row.id },
      contactId: row.id,
      after: { firstName: row.firstName, lastName: row.lastName, email, phone },
    });
    return row;
  };
}
