import { type Context, visibilityOf } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { everyColumn } from "@/lib/leads/internal/lead-rows";
import type { Place } from "@/lib/leads/internal/looks";
import { bindReader } from "@/lib/leads/internal/readable";
import { type FoundPage as Found, seekPage } from "@/lib/leads/internal/seek-page";
import type { Sort } from "@/lib/leads/query/model";
import { contactGroups } from "./contact-groups";
import type { Cursor } from "./cursor";
import { namedGroups } from "./named-groups";
import { beyond, needsContact, newestFirst, orderBy } from "./sort-keys";
import type { Understood } from "./understand";

/** The leads of a page, in the order of the list even when it was read backwards. */
export type FoundPage = Found & {
  places: Place[];
  /** Whether there are more in the direction that was read. */
  hasMore: boolean;
};

/** A page of what was asked, from the start of the list or from a cursor on. The caller's rights are part of it. */
export async function findPage(
  transaction: ReadTransaction,
  context: Context,
  understood: Understood,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<FoundPage> {
  const { question, keys, sorts } = understood;
  const backwards = cursor?.backwards ?? false;
  const found = await seekPage(
    transaction,
    {
      question,
      visibility: visibilityOf(context),
      values: bindReader(context),
      order: {
        by: orderBy(keys, backwards),
        groups: namedGroups(understood, cursor) ?? contactGroups(understood, cursor),
        byCreation: creationOrder(sorts, backwards),
        from: cursor?.place?.values[0] ?? undefined,
        beyond: cursor?.place ? beyond(keys, cursor.place, backwards) : undefined,
        needsContact: needsContact(keys),
        columns: everyColumn,
      },
      told: keys.map(({ value }) => value),
      offset: 0,
      // One more than asked for, to know whether there is more.
      limit: limit + 1,
      shape: null,
    },
    { isThorough: true },
  );
  const places = found.places.slice(0, limit);
  return {
    ...found,
    places: backwards ? places.toReversed() : places,
    hasMore: found.places.length > limit,
  };
}

/** The direction that a list is read in, where it is ordered by when leads were made alone. */
function creationOrder(sorts: readonly Sort[], backwards: boolean): "asc" | "desc" | undefined {
  const [{ field, direction } = newestFirst, ...others] = sorts;
  if (field !== "createdAt" || others.length > 0) return undefined;
  return (direction === "desc") === backwards ? "asc" : "desc";
}
