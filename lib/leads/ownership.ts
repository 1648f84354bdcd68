import { type Context, isAdministrator, userIdOf } from "@/lib/access/context";
import { Forbidden } from "@/lib/access/errors";
import type { Lead } from "./model";

/** Whether the caller made the lead, or administers the location. */
export const ownsLead = (context: Context, lead: Pick<Lead, "createdBy">): boolean =>
  isAdministrator(context) || (lead.createdBy !== null && lead.createdBy.id === userIdOf(context));

/** Whether the caller made the lead, is assigned to it, or administers the location. */
export const worksOnLead = (context: Context, lead: Pick<Lead, "createdBy" | "assigned">): boolean =>
  ownsLead(context, lead) || lead.assigned.some((user) => user.id === userIdOf(context));

/** @throws Forbidden (rule `not_on_lead`) when the caller neither made the lead, nor is assigned to it, nor administers. */
export function requireWorkOnLead(context: Context, lead: Pick<Lead, "createdBy" | "assigned">): void {
  if (worksOnLead(context, lead)) return;
  throw new Forbidden(
    "not_on_lead",
    "Only who made this lead, who is assigned to it, or an administrator may do this.",
  );
}

/** @throws Forbidden (rule `not_owner`) when somebody else made the lead and the caller does not administer. */
export function requireOwnership(context: Context, lead: Pick<Lead, "createdBy">): void {
  if (!ownsLead(context, lead))
    throw new Forbidden("not_owner", "Only who made this lead, or an administrator, may do this.");
}
