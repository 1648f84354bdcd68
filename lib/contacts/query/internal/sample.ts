import { type SQL, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { readTimes, timesOfList } from "@/lib/data/list-times";
import type { ReadTransaction } from "@/lib/data/transaction";
import { processWide } from "@/lib/kit/process-wide";
import type { ListTimes } from "@/lib/kit/shelves";

/** Locations of up to so many contacts are counted; in larger ones a sample stands in. */
const countedExactly = 20_000;
/** So many of the newest contacts are looked through for a page. */
export const newestLookedThrough = 2000;
/** A sample is so many contacts at each of so many moments, evenly spread from the first contact to the last. */
const moments = 8;
const perMoment = 250;

/** How large a location is that has too many contacts to be counted. */
export type Size = {
  /** How many contacts it has, about. */
  many: number;
  /** Whether these are most of those of all locations. */
  isMost: boolean;
  /** When they were made, the newest first. */
  times: ListTimes | null;
};

/** Above this share, reading what an index has of all locations is quicker than telling one apart. */
const mostOfAll = 0.7;

const sizes = () =>
  processWide("contacts.sizes", () => new LRUCache<string, { size: Size | null }>({ max: 10_000, ttl: 60_000 }));

/** How large the location is; null where its contacts can be counted. It is remembered for a minute. */
export async function sizeOf(transaction: ReadTransaction, { location }: Context): Promise<Size | null> {
  const known = sizes().get(location.id);
  if (known) return known.size;
  const living = sql`${contacts.locationId} = ${location.id} and ${contacts.deletedAt} is null`;
  const some = transaction
    .select({ one: sql`1` })
    .from(contacts)
    .where(living)
    .limit(countedExactly + 1)
    .as("some");
  const isLarge = (await transaction.$count(some)) > countedExactly;
  const size = isLarge ? await largeSize(transaction, location.id, living) : null;
  sizes().set(location.id, { size });
  return size;
}

async function largeSize(transaction: ReadTransaction, locationId: string, living: SQL): Promise<Size> {
  const many = await plannedRows(transaction, living);
  const list = { table: contacts, locationId, direction: "desc" } as const;
  const [row] = await transaction
    .select({ all: sql<number>`reltuples::float8`, ...timesOfList(list, newestLookedThrough) })
    .from(sql`pg_class`)
    .where(sql`oid = 'contacts'::regclass`);
  return { many, isMost: many > mostOfAll * (row?.all ?? many), times: readTimes(row, newestLookedThrough) };
}

/** The ids of the first of which `asked` is true among the newest contacts, at most so many. */
export async function findAmongNewest(
  transaction: ReadTransaction,
  { location }: Context,
  asked: SQL | undefined,
  most: number,
): Promise<string[]> {
  const newest = sql`(select c.* from ${contacts} c where c.location_id = ${location.id} and c.deleted_at is null
    order by c.created_at desc, c.id desc limit ${newestLookedThrough})`;
  const { rows } = await transaction.execute<{ id: string }>(
    sql`select id from ${newest} as contacts where ${asked} order by created_at desc, id desc limit ${most}`,
  );
  return rows.map(({ id }) => id);
}

/** Of how many contacts of a location of so many `asked` is true, about. */
export async function estimateTotal(
  transaction: ReadTransaction,
  { location }: Context,
  asked: SQL | undefined,
  size: number,
): Promise<number> {
  const living = sql`c.location_id = ${location.id} and c.deleted_at is null`;
  const { rows } = await transaction.execute<{ seen: number; found: number }>(sql`
    with ends as (select min(c.created_at) as first, max(c.created_at) as last from ${contacts} c where ${living})
    select count(*)::int as seen, (count(*) filter (where ${asked}))::int as found
    from ends cross join generate_series(0, ${moments - 1}::int) as step cross join lateral (
      select c.* from ${contacts} c where ${living} and c.created_at <= last - (last - first) * step / ${moments}::float8
      order by c.created_at desc, c.id desc limit ${perMoment}) as contacts`);
  const { seen = 0, found = 0 } = rows[0] ?? {};
  if (found > 0) return Math.round((size * found) / seen);
  // None in so many: there are hardly more than three times as many as one of them would stand for.
  return Math.min(await plannedRows(transaction, asked), Math.ceil((3 * size) / Math.max(1, seen)));
}

/** How many contacts the planner expects. */
async function plannedRows(transaction: ReadTransaction, where: SQL | undefined): Promise<number> {
  const plan = await transaction.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) select 1 from ${contacts} where ${where}`,
  );
  return plan.rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}
