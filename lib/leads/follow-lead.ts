import { and, eq, inArray } from "drizzle-orm";
import { opportunityFollowers } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { newId } from "@/lib/kit/id";
import { requireMembers } from "@/lib/users/require-members";
import { editLead } from "./internal/edit-lead";
import type { LeadReference } from "./model";

/** Users who are to follow a lead, its owner as well as others, or to follow it no longer; by id. */
export type FollowChanges = {
  add?: string[];
  remove?: string[];
  /** All that follow it now are to follow it no longer, but for those in `add`. */
  removesAll?: boolean;
};

export type FollowLead = FollowChanges & { lead: LeadReference };

/** Who follows a lead now, and whom that was changed for. */
export type Followed = { followers: string[]; changed: string[] };

/**
 * Adds followers to a lead, or takes some from it.
 * @throws NotFound; Invalid at `followers` and the place in the list for nobody of the location.
 */
export async function followLead(
  context: Context,
  { lead: reference, add = [], remove = [], removesAll = false }: FollowLead,
): Promise<Followed> {
  let changed: string[] = [];
  const { followerIds: followers } = await editLead(context, reference, async (known, transaction) => {
    await requireMembers(transaction, context, "followers", add);
    const { followerIds: present } = known;
    const added = [...new Set(add)].filter((id) => !present.includes(id));
    const removed = present.filter((id) => (removesAll ? !add.includes(id) : remove.includes(id)));
    changed = [...added, ...removed];
    if (changed.length === 0) return null;
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
  return { followers, changed };
}
