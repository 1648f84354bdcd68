import { and, eq, inArray, isNull } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import { opportunityFollowers } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";
import { lockMany } from "./internal/lock-many";
import { eventOf, told, writeMany } from "./internal/write-many";
import { noOwnerReference } from "./model";

/**
 * Gives many leads an owner, or nobody. Who follows them goes on to; a follower who becomes the owner
 * follows no longer. Leads that the caller may not read are left out.
 * @throws Invalid at `ownerId` for nobody who works here.
 */
export function assignLeads(
  context: Context,
  { ids, ownerId }: { ids: readonly string[]; ownerId: string | null },
): Promise<void> {
  return change(context, async (transaction, inside) => {
    const owner = ownerId === null ? null : await findActiveMember(transaction, inside, ownerId);
    const leads = (await lockMany(transaction, inside, ids)).filter((lead) => lead.ownerId !== ownerId);
    const followed = await followersOf(
      transaction,
      inside,
      leads.map(({ id }) => id),
    );
    const ownerReference = owner?.username ?? noOwnerReference;
    await writeMany(
      transaction,
      inside,
      leads.map(({ id }) => id),
      { ownerId, ownerReference },
    );
    const following = leads.flatMap(({ id }) => (ownerId !== null && followed.get(id)?.includes(ownerId) ? [id] : []));
    await unfollow(transaction, inside, following, ownerId);
    const events = leads.map((lead) => {
      const followerIds = following.includes(lead.id) ? followed.get(lead.id) : undefined;
      return eventOf(lead, {
        type: "lead.assigned",
        before: {
          ownerId: lead.ownerId,
          ownerReference: lead.ownerReference,
          ...(followerIds && { followerIds }),
        },
        after: {
          ownerId,
          ownerReference,
          ownerName: owner?.name ?? null,
          ...(followerIds && { followerIds: followerIds.filter((id) => id !== ownerId) }),
        },
      });
    });
    return told(events);
  });
}

/** An active member of the location. @throws Invalid at `ownerId` when there is none of this id. */
export async function findActiveMember(transaction: ReadTransaction, context: Context, userId: string) {
  const [member] = await transaction
    .select({ id: users.id, name: users.name, username: users.username })
    .from(members)
    .innerJoin(users, and(eq(users.companyId, members.companyId), eq(users.id, members.userId)))
    .where(
      and(
        eq(members.locationId, context.location.id),
        eq(members.userId, userId),
        isNull(members.deactivatedAt),
        isNull(users.deactivatedAt),
      ),
    );
  if (!member) throw Invalid.field("ownerId", "unknown", "There is no such active user in the location.");
  return member;
}

async function followersOf(transaction: Transaction, context: Context, ids: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const rows = await transaction
    .select({ leadId: opportunityFollowers.opportunityId, userId: opportunityFollowers.userId })
    .from(opportunityFollowers)
    .where(
      and(eq(opportunityFollowers.locationId, context.location.id), inArray(opportunityFollowers.opportunityId, ids)),
    )
    .orderBy(opportunityFollowers.position);
  for (const { leadId, userId } of rows) found.set(leadId, [...(found.get(leadId) ?? []), userId]);
  return found;
}

async function unfollow(transaction: Transaction, context: Context, ids: string[], userId: string | null) {
  if (ids.length === 0 || userId === null) return;
  await transaction
    .delete(opportunityFollowers)
    .where(
      and(
        eq(opportunityFollowers.locationId, context.location.id),
        inArray(opportunityFollowers.opportunityId, ids),
        eq(opportunityFollowers.userId, userId),
      ),
    );
}
