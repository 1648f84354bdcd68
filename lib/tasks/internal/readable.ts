import { or, type SQL } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { readersOf } from "@/lib/access/readers";
import { isContactInSight } from "@/lib/contacts/contacts-in-sight";

/**
 * The tasks this caller may read and work on: for someone who does not see all, those given to or made
 * by them (or somebody of their team), and those about contacts they may read. Undefined: all.
 */
export function isTaskInSight(context: Context): SQL | undefined {
  const readers = readersOf(context);
  if (readers === null) return undefined;
  return or(readers(tasks.assignedToId), readers(tasks.createdById), isContactInSight(context, tasks.contactId));
}
