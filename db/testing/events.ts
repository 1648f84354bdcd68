import { and, asc, eq, type SQL } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import type { Location } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { contextOf } from "./factories";

/** What was said to have happened to a lead, the oldest first. */
export const eventsOf = (location: Location, lead: { id: string }) =>
  eventsWhere(location, eq(events.opportunityId, lead.id));

/** What was said to have happened to a contact and its leads, the oldest first. */
export const eventsOfContact = (location: Location, contact: { id: string }) =>
  eventsWhere(location, eq(events.contactId, contact.id));

const eventsWhere = (location: Location, about: SQL) =>
  read(contextOf(location), (transaction) =>
    transaction
      .select({ type: events.type, actor: events.actorName, before: events.before, after: events.after })
      .from(events)
      .where(and(eq(events.locationId, location.id), about))
      .orderBy(asc(events.number)),
  );
