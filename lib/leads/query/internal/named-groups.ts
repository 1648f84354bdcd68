import { type SQL, sql } from "drizzle-orm";
import type { RowGroup } from "@/lib/leads/internal/lead-rows";
import type { Cursor } from "./cursor";
import { beyond, orderBy } from "./sort-keys";
import type { Understood } from "./understand";

/**
 * The groups of a list that is ordered by one field that holds an id (and in them by when leads were
 * made): no index has the names of the ids in order, but each id has one. Undefined for other lists.
 */
export function namedGroups({ sorts, keys, orders }: Understood, cursor: Cursor | null): RowGroup[] | undefined {
  const [sort, ...others] = sorts;
  const [first, ...further] = keys;
  const order = sort && others.length === 0 ? orders.get(sort.field) : undefined;
  if (!order || !first) return undefined;
  const backwards = cursor?.backwards ?? false;
  const isFalling = (first.direction === "desc") !== backwards;
  // The indexes rise by the id and by when leads were made; to them no id is one like any other.
  const by = sql`${order.id}${sql.raw(isFalling ? " desc" : " asc")}, ${orderBy(further, backwards)}`;
  const group = (where: SQL, place: SQL): RowGroup => ({
    where,
    by,
    beyond: cursor?.place ? beyond([{ ...first, value: place }, ...further], cursor.place, backwards) : undefined,
  });
  const each = sql`unnest(${sql.param(order.places)}::varchar[]) with ordinality as one (id, place)`;
  return [
    { ...group(sql`${order.id} = one.id`, sql`one.place::int`), each },
    ...(first.nullable ? [group(sql`${order.id} is null`, sql`null::int`)] : []),
  ];
}
