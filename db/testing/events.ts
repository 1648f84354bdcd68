import { and, asc, eq } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import type { Location } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { contextOf } from "./factories";

/** What was said to have happened to a lead, the oldest first. */
export const eventsOf = (location: Location, lead: { id: string }) =>
  read(contextOf(location), (transaction) =>
    transaction
      .select({ type: events.type, actor: events.actorName, before: events.before, after: events.after })
      .from(events)
      .where(and(eq(events.locationId, location.id), eq(events.opportunityId, lead.id)))
      .orderBy(asc(events.number)),
  );
