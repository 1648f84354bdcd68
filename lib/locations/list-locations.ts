import { and, asc, desc, eq } from "drizzle-orm";
import { locations } from "@/db/schema/companies";
import type { Context, Location } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { readAtOnce } from "@/lib/data/doors";

/** A location, and whether two of its contacts may share an email or phone. */
export type KnownLocation = Location & { allowsDuplicateContacts: boolean };

/** Which page of the locations that the caller's key opens is asked for; of a company, where one is named. */
export type ListLocations = { companyId?: string; direction: "asc" | "desc"; limit: number; offset: number };

const { id, companyId, name, timeZone, currency, country, allowsDuplicateContacts } = locations;
const columns = { id, companyId, name, timeZone, currency, country, allowsDuplicateContacts };

/** The locations that the caller's key opens: its own, or all of its company; by name. */
export function listLocations(context: Context, asked: ListLocations): Promise<KnownLocation[]> {
  const { actor, location } = context;
  const opens = actor.type === "key" && actor.opensCompany;
  const ordered = asked.direction === "asc" ? asc : desc;
  return readAtOnce(context, (transaction) =>
    transaction
      .select(columns)
      .from(locations)
      .where(
        and(
          opens ? eq(companyId, location.companyId) : eq(id, location.id),
          asked.companyId === undefined ? undefined : eq(companyId, asked.companyId),
        ),
      )
      .orderBy(ordered(name), ordered(id))
      .limit(asked.limit)
      .offset(asked.offset),
  );
}

/** The caller's own location. @throws NotFound. */
export async function getLocation(context: Context): Promise<KnownLocation> {
  const [known] = await readAtOnce(context, (transaction) =>
    transaction.select(columns).from(locations).where(eq(id, context.location.id)),
  );
  if (!known) throw new NotFound("location");
  return known;
}
