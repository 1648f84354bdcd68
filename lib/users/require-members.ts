import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { findWorking } from "./works-in";

/** @throws Invalid at `field` and the place in the list for every id that is no active member of the location. */
export async function requireMembers(
  transaction: ReadTransaction,
  context: Context,
  field: string,
  userIds: string[],
): Promise<void> {
  const known = await findWorking(transaction, context, userIds);
  const unknown = userIds.flatMap((id, place) => (known.has(id) ? [] : [place]));
  if (unknown.length === 0) return;
  const message = "There is no such user in the location. Name active members by their id.";
  throw new Invalid(unknown.map((place) => ({ path: [field, place], rule: "unknown", message })));
}
