import { eq, sql } from "drizzle-orm";
import { companies, installation } from "@/db/schema/companies";
import { asSystem } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { convertLeads } from "./client-rows";
import { creationTimes } from "./creation-times";
import { type LocationKeys, writeDemoKeys } from "./demo-keys";
import { addAppointments } from "./diary-rows";
import { kitchens } from "./kitchens";
import { createLeadWriter, type Ledger } from "./lead-rows";
import { makeLocationKeys } from "./location-keys";
import { pastId } from "./past-id";
import type { Profile } from "./profile";
import { createRandom, type Random } from "./random";
import { createRemarkWriter } from "./remark-rows";
import { eventRows, insertRows, noRows, type Rows } from "./rows";
import { buildSetting, type Setting } from "./setting";
import { acmeNumber, acmeStory } from "./solar/acme";
import { denver } from "./solar/denver";
import { solar } from "./solar/profile";
import type { Company } from "./staff";
import { createStoryteller, nothingTaken, type Story, type Taken } from "./story";

export type SeedDemo = {
  /** The moment that counts as now: history lies before it, the diary around it. */
  now?: Date;
  /** The same number tells the same stories. */
  seed?: number;
};

/**
 * `seeded`: the demo data is there now, and its keys are in the data folder. `present`: it was there
 * already. `occupied`: nothing was done, because the installation has data of its own.
 */
export type SeedDemoOutcome = "seeded" | "present" | "occupied";

const marker = "demo";

/**
 * Fills an empty installation with two companies, the first one with two locations, that look as if
 * they had worked with Leadwright for a year, and keeps what opens them in DATA_DIR/demo-keys.json.
 * All of it in one transaction; a second call does nothing, and of two at the same time one waits and
 * does nothing.
 */
export function seedDemo({ now = new Date(), seed = 20_260_101 }: SeedDemo = {}): Promise<SeedDemoOutcome> {
  return asSystem("seed demo data", async (transaction) => {
    const marked = await transaction
      .insert(installation)
      .values({ key: marker, value: { seed, at: now.toISOString() }, demo: true })
      .onConflictDoNothing()
      .returning({ key: installation.key });
    if (marked.length === 0) return "present";
    const [company] = await transaction.select({ id: companies.id }).from(companies).limit(1);
    if (company) {
      await transaction.delete(installation).where(eq(installation.key, marker));
      return "occupied";
    }
    const taken = nothingTaken();
    const seeding = (profile: Profile, place: number): Seeding => ({
      profile,
      random: createRandom(seed + place),
      now,
      rows: noRows(),
      taken,
    });
    const main = await seedCompany(transaction, seeding(solar, 0), true);
    const other = await seedCompany(transaction, seeding(kitchens, 1), false);
    await seedBranch(transaction, seeding(denver, 2), main.company);
    // Before the commit: without its keys nobody could use the data.
    writeDemoKeys({ ...main.keys, other: other.keys });
    return "seeded";
  });
}

/** What a location is made from: `taken` are the names that the locations before it used. */
type Seeding = { profile: Profile; random: Random; now: Date; rows: Rows; taken: Taken };

/** A company with its first location, and the keys that open this one. */
async function seedCompany(
  transaction: Transaction,
  seeding: Seeding,
  isMain: boolean,
): Promise<{ company: Company; keys: LocationKeys }> {
  const opened = await buildSetting(seeding, { explicit: isMain });
  const keys = makeLocationKeys(opened.setting, seeding.rows, opened);
  await fillLocation(transaction, seeding, opened.setting, isMain);
  return { company: opened.company, keys };
}

/** One more location of a company. People see it in the app; no key of the demo opens it. */
async function seedBranch(transaction: Transaction, seeding: Seeding, company: Company): Promise<void> {
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
    Math.round(profile.leads / 50),
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
