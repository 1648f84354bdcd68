import type { Context } from "@/lib/access/context";
import { ChangedSince, type Clash } from "@/lib/access/errors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { type About, findLastChange } from "./find-last-change";

type Fields = Record<string, unknown>;

type Overwriting = {
  /** The record that is to be changed: what events say of it. */
  about: About;
  present: Fields;
  wanted: Fields;
  /** What the caller took fields for. One that is not named here is written whatever it is. */
  known: Fields;
  /** What events call a field; the same without it. */
  nameInEvents?: (field: string) => string;
};

/**
 * Lets a change pass that writes over nothing but what the caller knew. A field that is by now what they
 * want it to be is no clash.
 * @throws ChangedSince with both values of each field that somebody else changed meanwhile, by whom and when.
 */
export async function refuseOverwriting(
  transaction: ReadTransaction,
  context: Context,
  { about, present, wanted, known, nameInEvents = (field) => field }: Overwriting,
): Promise<void> {
  const clashes: Clash[] = [];
  for (const [field, value] of Object.entries(wanted)) {
    if (!(field in known) || same(present[field], value) || same(present[field], known[field])) continue;
    const last = await findLastChange(transaction, context, about, nameInEvents(field));
    const told = last && { by: last.actorName, at: last.occurredAt.toISOString() };
    clashes.push({ field, wanted: value ?? null, present: present[field] ?? null, ...told });
  }
  if (clashes.length > 0)
    throw new ChangedSince("Somebody else changed this meanwhile. Choose which value it is to have.", clashes);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
