import { type Context, isAdministrator, userIdOf } from "@/lib/access/context";
import { Forbidden } from "@/lib/access/errors";
import type { Lead } from "./model";

/** Whether the caller made the lead, or administers the location. */
export const ownsLead = (context: Context, lead: Pick<Lead, "createdBy">): boolean =>
  isAdministrator(context) || (lead.createdBy !== null && lead.createdBy.id === userIdOf(context));

/** Whether the caller owns the lead or is assigned to it. */
export const worksOnLead = (context: Context, lead: Pick<Lead, "createdBy" | "assigned">): boolean =>
  ownsLead(context, lead) || lead.assigned.some((user) => user.id === userIdOf(context));

/** @throws Forbidden (rule `not_owner`) when somebody else made the lead and the caller does not administer. */
export function requireOwnership(context: Context, lead: Pick<Lead, "createdBy">): void {
  if (!ownsLead(context, lead)) throw new Forbidden("not_owner", "Only who made this lead, or an administrator, may do this.");
}
