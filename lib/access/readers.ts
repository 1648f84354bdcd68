import { eq, inArray, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Context, type Visibility, userIdOf } from "./context";

type UserId = string | Placeholder | SQL;

/** The users whose records somebody sees, as a condition on a user's id. */
export type Readers = (userId: SQLWrapper) => SQL;

/** One user. */
export const onlyReader =
  (userId: UserId): Readers =>
  (column) =>
    eq(column, userId);

/** The ids of the users whose records the caller sees; null: everybody's. The one place that says so. */
export function readerIdsOf({ actor }: Context): readonly string[] | null {
  if (actor.type !== "user" || actor.visibility === "all") return null;
  return actor.visibility === "own" ? [actor.id] : actor.teamIds;
}

/** Whose records the caller sees; null: everybody's. */
export function readersOf(context: Context): Readers | null {
  const ids = readerIdsOf(context);
  return ids && ((column) => inArray(column, [...ids]));
}

/** `readersOf` for a prepared query. Bind `bindReaders`. */
export function readersPrepared(visibility: Visibility): Readers | null {
  if (visibility === "all") return null;
  // One user is compared, not looked for in a list: only then does an index answer in its order.
  if (visibility === "own") return onlyReader(sql.placeholder("readerId"));
  return (column) => sql`${column} = any(${sql.placeholder("readerIds")})`;
}

/** The values that `readersPrepared` waits for. */
export const bindReaders = (context: Context) => ({
  readerId: userIdOf(context),
  readerIds: context.actor.type === "user" ? [...context.actor.teamIds] : [],
});
