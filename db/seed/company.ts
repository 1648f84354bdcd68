import { sql } from "drizzle-orm";
import type { Transaction } from "@/lib/data/transaction";
import { convertLeads } from "./client-rows";
import { creationTimes } from "./creation-times";
import type { LocationKeys } from "./demo-keys";
import { addAppointments } from "./diary-rows";
import { createLeadWriter, type Ledger } from "./lead-rows";
import { makeLocationKeys } from "./location-keys";
import { pastId } from "./past-id";
import type { Profile } from "./profile";
import type { Random } from "./random";
import { createRemarkWriter } from "./remark-rows";
import { eventRows, insertRows, type Rows } from "./rows";
import { buildSetting, type Founding, type Setting } from "./setting";
import { acmeNumber, acmeStory } from "./solar/acme";
import type { Company } from "./staff";
import { createStoryteller, type Story, type Taken } from "./story";

/** What a location is made from: `taken` are the names that the locations before it used. */
export type Seeding = Founding & { taken: Taken };

/**
 * Writes a company with its first location. Answers who works there, and the keys that open the
 * location. The main one of an installation has the numbers and the lead that the documents name.
 */
export async function seedCompany(
  transaction: Transaction,
  seeding: Seeding,
  isMain: boolean,
): Promise<{ company: Company; keys: LocationKeys }> {
  const opened = await buildSetting(seeding, { explicit: isMain });
  const keys = makeLocationKeys(opened.setting, seeding.rows, opened);
  await fillLocation(transaction, seeding, opened.setting, isMain);
  return { company: opened.company, keys };
}

/** Writes one more location of a company. People see it in the app; no key opens it. */
export async function seedBranch(transaction: Transaction, seeding: Seeding, company: Company): Promise<void> {
  const { setting } = await buildSetting(seeding, { explicit: false }, company);
  await fillLocation(transaction, seeding, setting, false);
}

/** Writes the leads of a location and everything about them. */
async function fillLocation(
  transaction: Transaction,
  { profile, random, now, rows, taken }: Seeding,
  setting: Setting,
  isMain: boolean,
): Promise<void> {
  const ledger: Ledger = { rows, happened: [] };
  const tellStory = createStoryteller(profile, random, now, taken);
  const writeLead = createLeadWriter(setting, ledger);
  const writeRemarks = createRemarkWriter(setting, ledger);
  const leads = creationTimes(random, profile.leads, profile.timeZone, now).map((createdAt, index) => {
    const lead = writeLead(retold(isMain, tellStory(index + 1, createdAt), random, now));
    writeRemarks(lead);
    return lead;
  });
  addAppointments(setting, ledger, leads);
  convertLeads(
    setting,
    ledger,
    leads.filter(({ story }) => story.number !== acmeNumber),
    profile.clients,
  );
  addTagList(rows, setting.locationId, profile, now);
  addDuplicates(ledger, setting.locationId, random);
  rows.events = eventRows(setting.locationId, ledger.happened);
  for (const table of ["notes", "tasks", "quotes", "appointments", "contacts", "businesses"] as const)
    sortByCreation(rows[table]);
  if (!isMain) for (const lead of rows.opportunities) delete lead.number;
  await insertRows(transaction, rows);
  await transaction.execute(
    sql`select fold_lead_tallies(${setting.locationId}), fold_standing_tallies(${setting.locationId})`,
  );
}

function retold(isMain: boolean, story: Story, random: Random, now: Date): Story {
  return isMain && story.number === acmeNumber ? acmeStory(story, random, now) : story;
}

/** The numbers that the database gives follow the order of insertion. */
function sortByCreation(rows: { createdAt?: Date }[]): void {
  rows.sort((one, other) => (one.createdAt?.getTime() ?? 0) - (other.createdAt?.getTime() ?? 0));
}

function addTagList(rows: Rows, locationId: string, profile: Profile, now: Date): void {
  const names = new Set(profile.pipelines.flatMap(({ tags }) => tags));
  for (const name of names) rows.tags.push({ locationId, id: pastId(now), name });
}

/** A few couples asked twice, each of them from their own address but with one phone. */
function addDuplicates({ rows, happened }: Ledger, locationId: string, random: Random): void {
  const people = rows.contacts.filter(({ businessId, type }) => !businessId && type !== "customer");
  const wanted = Math.floor(people.length / 120);
  const marked = new Set<unknown>();
  for (const one of random.shuffled(people)) {
    if (marked.size >= wanted * 2) return;
    const other = people.find(({ id, lastName }) => id > one.id && lastName === one.lastName);
    if (!other?.createdAt || marked.has(one) || marked.has(other)) continue;
    marked.add(one).add(other);
    const { phone, phoneNormal, address, city, state, postalCode } = one;
    Object.assign(other, { phone, phoneNormal, address, city, state, postalCode });
    // The database marks them, as it does everybody.
    const actor = happened.find(({ subject }) => subject.id === other.id)?.actor;
    if (!actor) continue;
    happened.push({
      at: other.createdAt,
      actor,
      type: "duplicate.suspected",
      subject: { type: "contact", id: other.id },
      contactId: other.id,
      after: { otherContactId: one.id, reason: "phone" },
    });
  }
}
