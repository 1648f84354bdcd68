import { and, eq, inArray } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import { opportunityFollowers } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";
import { difference } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { worksIn } from "@/lib/users/works-in";
import { editLead } from "./internal/edit-lead";
import { type Lead, type LeadReference, noOwnerReference, type UserReference } from "./model";

export type AssignLead = {
  lead: LeadReference;
  /** Numbers of users: all who are to work on it from now on. The first owns it, the others follow in their order. */
  assigned: number[];
};

/**
 * Says who works on a lead, in place of who did; nobody when the list is empty.
 * @throws NotFound; Invalid at `assigned` and the place in the list for a number that is no active
 * member of the location.
 */
export function assignLead(context: Context, { lead: reference, assigned }: AssignLead): Promise<Lead> {
  return editLead(context, reference, async (lead, transaction) => {
    const people = await findMembers(transaction, context, assigned);
    if (sameIds(people, lead.assigned)) return null;
    const [owner] = people;
    // Who followed it before goes on to, though they own it now.
    const followers = people.filter(({ id }) => id !== owner?.id || lead.followerIds.includes(id));
    await replaceFollowers(transaction, context, lead.id, followers);
    const isNewOwner = owner?.id !== lead.assigned[0]?.id;
    const ownerReference = isNewOwner ? (owner?.username ?? noOwnerReference) : lead.ownerReference;
    const changed = difference<Record<string, unknown>>(
      { assigned: lead.assigned.map(named), ownerReference: lead.ownerReference },
      { assigned: people.map(named), ownerReference },
    );
    const columns = { ownerId: owner?.id ?? null, ownerReference };
    // The order of `assigned` alone does not say who owns it, nor whether the owner follows it.
    const before = { ...changed.before, ownerId: lead.ownerId, followerIds: lead.followerIds };
    const after = { ...changed.after, ownerId: columns.ownerId, followerIds: followers.map(({ id }) => id) };
    return { columns, event: { type: "lead.assigned", before, after } };
  });
}

const named = ({ id, name }: UserReference) => ({ id, name });

const sameIds = (some: UserReference[], others: UserReference[]): boolean =>
  some.length === others.length && some.every((user, place) => user.id === others[place]?.id);

/** The users of the numbers, in their order, each once. */
async function findMembers(transaction: Transaction, context: Context, numbers: number[]): Promise<UserReference[]> {
  const asked = [...new Set(numbers)];
  const found = await transaction
    .select({ id: users.id, number: users.number, name: users.name, username: users.username })
    .from(members)
    .innerJoin(users, and(eq(users.companyId, members.companyId), eq(users.id, members.userId)))
    .where(and(worksIn(context.location.id), inArray(users.number, asked)));
  const byNumber = new Map(found.map((user) => [user.number, user]));
  const unknown = numbers.flatMap((number, place) => (byNumber.has(number) ? [] : [place]));
  if (unknown.length > 0) {
    const message = "There is no such user in the location. Name active members by their number.";
    throw new Invalid(unknown.map((place) => ({ path: ["assigned", place], rule: "unknown", message })));
  }
  return asked.flatMap((number) => byNumber.get(number) ?? []);
}

async function replaceFollowers(
  transaction: Transaction,
  context: Context,
  opportunityId: string,
  followers: UserReference[],
): Promise<void> {
  const locationId = context.location.id;
  await transaction
    .delete(opportunityFollowers)
    .where(and(eq(opportunityFollowers.locationId, locationId), eq(opportunityFollowers.opportunityId, opportunityId)));
  const rows = followers.map((user, position) => ({
    locationId,
    id: newId(),
    opportunityId,
    userId: user.id,
    position,
  }));
  if (rows.length > 0) await transaction.insert(opportunityFollowers).values(rows);
}
