import { asc, eq, or } from "drizzle-orm";
import { locations } from "@/db/schema/companies";
import type { Location } from "@/lib/access/context";
import { findLocation } from "@/lib/access/identity";
import { asSystem } from "@/lib/data/doors";
import { SetupError } from "@/lib/kit/setup-error";

/**
 * The location of this id or name.
 *
 * @throws SetupError with the locations there are, when it is none or several.
 */
export async function locationNamed(word: string): Promise<Location> {
  const found = await asSystem("find location", (transaction) =>
    transaction
      .select({ id: locations.id })
      .from(locations)
      .where(or(eq(locations.id, word), eq(locations.name, word))),
  );
  const [only, ...others] = found;
  const location = only && others.length === 0 ? await findLocation(only.id) : null;
  if (location) return location;
  const all = await asSystem("list locations", (transaction) =>
    transaction.select({ id: locations.id, name: locations.name }).from(locations).orderBy(asc(locations.name)),
  );
  const list = all.map(({ id, name }) => `  ${id}  ${name}`).join("\n");
  throw new SetupError(
    `${only ? "Several locations are" : "There is no location"} called ${word}. Name one of these by its id:\n${list}`,
  );
}
