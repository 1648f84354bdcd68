import { type Context, requireUserId } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { findLocation, findMember } from "@/lib/access/identity";
import { read } from "@/lib/data/doors";
import { listLocations } from "@/lib/users/list-locations";
import { findLead } from "./get-lead";

/**
 * Which other location of the caller's a lead is in: for somebody who opens a link from there.
 * @throws NotFound when they may read it in none.
 */
export async function getLeadLocation(context: Context, leadId: string): Promise<{ id: string; name: string }> {
  const userId = requireUserId(context);
  for (const { id, name } of await listLocations(userId)) {
    if (id === context.location.id) continue;
    const [location, actor] = await Promise.all([findLocation(id), findMember(userId, id)]);
    if (!location || !actor) continue;
    const there: Context = { ...context, location, actor };
    if (await read(there, (transaction) => findLead(transaction, there, { id: leadId }))) return { id, name };
  }
  throw new NotFound("lead");
}
