import { and, asc, eq, isNull } from "drizzle-orm";
import { locations } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import { asAccess } from "@/lib/data/doors";

/** The locations that a user is an active member of, by name. */
export function listLocations(userId: string): Promise<{ id: string; name: string }[]> {
  return asAccess((transaction) =>
    transaction
      .select({ id: locations.id, name: locations.name })
      .from(members)
      .innerJoin(locations, and(eq(locations.companyId, members.companyId), eq(locations.id, members.locationId)))
      .where(and(eq(members.userId, userId), isNull(members.deactivatedAt)))
      .orderBy(asc(locations.name), asc(locations.id)),
  );
}
