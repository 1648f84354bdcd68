import { eq } from "drizzle-orm";
import { companies, installation } from "@/db/schema/companies";
import { asSystem } from "@/lib/data/doors";
import { seedBranch, seedCompany, type Seeding } from "./company";
import { writeDemoKeys } from "./demo-keys";
import { kitchens } from "./kitchens";
import type { Profile } from "./profile";
import { createRandom } from "./random";
import { noRows } from "./rows";
import { denver } from "./solar/denver";
import { solar } from "./solar/profile";
import { freshPassword } from "./staff";
import { nothingTaken } from "./story";

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
      passwordFor: freshPassword,
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
