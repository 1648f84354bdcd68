import { and, eq, inArray } from "drizzle-orm";
import { opportunityFollowers } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { newId } from "@/lib/kit/id";
import { requireMembers } from "@/lib/users/require-members";
import { getLead } from "./get-lead";
import { editLead } from "./internal/edit-lead";
import { followersOf, type LeadReference } from "./model";

/** Users who are to follow a lead beside its owner, or to follow it no longer; by id. */
export type FollowLead = { lead: LeadReference; add?: string[]; remove?: string[] };

/** Who follows a lead now, and whom that was changed for. */
export type Followed = { followers: string[]; changed: string[] };

/**
 * Adds followers to a lead, or takes some from it. Its owner follows it anyway, and is not added.
 * @throws NotFound; Invalid at `followers` and the place in the list for nobody of the location.
 */
export async function followLead(
  context: Context,
  { lead: reference, add = [], remove = [] }: FollowLead,
): Promise<Followed> {
  const before = followersOf(await getLead(context, reference));
  const lead = await editLead(context, reference, async (known, transaction) => {
    await requireMembers(transaction, context, "followers", add);
    const present = followersOf(known);
    const added = [...new Set(add)].filter((id) => !present.includes(id) && id !== known.ownerId);
    const removed = [...new Set(remove)].filter((id) => present.includes(id));
    if (added.length + removed.length === 0) return null;
    const { id: locationId } = context.location;
    if (removed.length > 0)
      await transaction
        .delete(opportunityFollowers)
        .where(
          and(
            eq(opportunityFollowers.locationId, locationId),
            eq(opportunityFollowers.opportunityId, known.id),
            inArray(opportunityFollowers.userId, removed),
          ),
        );
    const rows = added.map((userId, place) => ({
      locationId,
      id: newId(),
      opportunityId: known.id,
      userId,
      position: present.length + place,
    }));
    if (rows.length > 0) await transaction.insert(opportunityFollowers).values(rows);
    const followerIds = [...present.filter((id) => !removed.includes(id)), ...added];
    return { event: { type: "lead.updated", before: { followerIds: present }, after: { followerIds } } };
  });
  const followers = followersOf(lead);
  const changed = [
    ...followers.filter((id) => !before.includes(id)),
    ...before.filter((id) => !followers.includes(id)),
  ];
  return { followers, changed };
}
