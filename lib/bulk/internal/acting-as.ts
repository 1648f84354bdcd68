import type { Context } from "@/lib/access/context";
import { Forbidden } from "@/lib/access/errors";
import { findMember } from "@/lib/access/identity";
import type { BulkRow } from "./bulk-row";

/**
 * The context of whoever started a change, with the rights they have now; its events are part of the change.
 * @throws Forbidden (rule `left`) when they work here no longer.
 */
export async function actingAs(context: Context, bulk: BulkRow): Promise<Context> {
  const inPart = { ...context, partOfId: bulk.id, written: undefined };
  const { actorType, actorId, actorName: name } = bulk;
  if (actorType === "system" || actorId === null) return { ...inPart, actor: { type: "system", name } };
  if (actorType === "key") return { ...inPart, actor: { type: "key", id: actorId, name } };
  const actor = await findMember(actorId, context.location.id);
  if (!actor) throw new Forbidden("left", "Who started this does not work here any more.");
  return { ...inPart, actor };
}
