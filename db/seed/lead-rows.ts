import { normalEmail } from "@/lib/kit/email";
import { minorFromDecimal } from "@/lib/kit/money";
import { normalPhone } from "@/lib/kit/phone";
import { firstRank } from "@/lib/kit/rank";
import { slugify } from "@/lib/kit/text";
import { localDate } from "@/lib/kit/zone";
import { addDays, addMinutes, atWork } from "./local-time";
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
    const { random, locationId, now, profile } = setting;
    const maker = story.madeBy ? setting.user(story.madeBy) : setting.form;
    const contact = writeContact(story, maker);
    const id = pastId(story.createdAt);
    const about = { contactId: contact.id, opportunityId: id };
    const lead = { subject: { type: "lead", id }, ...about };
    const worker = story.owner ? setting.user(story.owner) : maker;

    const valueMinor = story.value === null ? null : minorFromDecimal(String(story.value), profile.currency);
    const learnedLater = story.moves.length > 1 && !random.chance(shareWithKnownValue);
    const stageId = (key: string) => setting.stageId(story.pipeline.name, key);
    const [first, ...moves] = story.moves;
    if (!first) throw new Error("A lead starts somewhere.");
    happened.push({
      at: story.createdAt,
      actor: maker,
      type: "lead.created",
      ...lead,
      after: {
        name: story.title,
        stage: first.key,
        source: story.source,
        valueMinor: learnedLater ? null : valueMinor,
        ownerId: story.madeBy ? worker.id : null,
      },
    });
    if (story.owner && !story.madeBy) {
      const manager = profile.users.find(({ role }) => role === "manager");
      const actor = random.chance(0.6) && manager ? setting.user(manager) : worker;
      happened.push({
        at: story.assignedAt,
        actor,
        type: "lead.assigned",
        ...lead,
        before: { ownerId: null },
        after: { ownerId: worker.id },
      });
    }
    let before = first.key;
    for (const [index, { key, at }] of moves.entries()) {
      if (index === 0 && learnedLater && valueMinor !== null) {
        happened.push({
          at: addMinutes(at, -2),
          actor: worker,
          type: "lead.updated",
          ...lead,
          before: { valueMinor: null },
          after: { valueMinor },
        });
      }
      happened.push({
        at,
        actor: worker,
        type: "lead.stage_changed",
        ...lead,
        before: { stage: before, stageId: stageId(before) },
        after: { stage: key, stageId: stageId(key) },
      });
      before = key;
    }

    const last = story.moves.at(-1) ?? first;
    const isOld = now.getTime() - last.at.getTime() > archiveAfterDays * 86_400_000;
    const archivedAt =
      isOld && story.status !== "won" && random.chance(archivedShare)
        ? atWork(random, addDays(last.at, random.whole(30, 90)), profile.timeZone)
        : null;
    if (archivedAt)
      happened.push({
        at: archivedAt,
        actor: worker,
        type: "lead.archived",
        ...lead,
        after: { archivedAt: archivedAt.toISOString() },
      });
    const { person } = story.contact;
    const row = {
      locationId,
      id,
      number: story.number,
      slug: `${slugify(`${person.firstName} ${person.lastName}`) || "lead"}-${id.slice(-8).toLowerCase()}`,
      contactId: contact.id,
      pipelineId: setting.pipelineId(story.pipeline.name),
      stageId: stageId(last.key),
      categoryId: setting.categoryId(story.category),
      name: story.title,
      status: story.status,
      valueMinor,
      currency: profile.currency,
      ownerId: story.owner ? worker.id : null,
      ownerReference: story.owner?.username ?? "__user",
      createdById: story.madeBy ? maker.id : null,
      source: story.source,
      description: story.message,
      lastContactedOn: moves.length > 0 ? localDate(last.at, profile.timeZone) : null,
      position: firstRank(last.at.getTime()),
      stageChangedAt: last.at,
      archivedAt,
      ...campaignColumns(story),
      createdAt: story.createdAt,
      updatedAt: archivedAt ?? (moves.length > 0 ? last.at : story.assignedAt),
      version: 1 + moves.length,
    };
    rows.opportunities.push(row);
    addBelongings(setting, rows, { story, contactId: contact.id, row, about });
    return { story, contactId: contact.id, row, about };
  };
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
