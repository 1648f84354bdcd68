import { sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { localDate } from "@/lib/kit/zone";
import { matchingLeads } from "@/lib/leads/query/matching-leads";
import type { Group } from "@/lib/leads/query/model";
import { findStages } from "@/lib/pipelines/list-stages";
import { findNames } from "@/lib/users/find-names";
import { closedFilter, sumClosed, waysToWin } from "./internal/closed-leads";
import { onDays, scopeConditions, talliedScope } from "./internal/scope";
import { spansOf } from "./internal/spans";
import { addUp } from "./internal/totals";
import { type ReportScope, withoutOwner } from "./model";

/** What the leads of one owner came to in a range. */
export type Leader = {
  /** Null for leads of nobody. */
  owner: { id: string; name: string } | null;
  /** Won in the range, whenever they were made. */
  won: { leads: number; values: { currency: string; minor: number }[]; filter: Group };
  /** Made in the range. */
  created: { leads: number; filter: Group };
};

/** The most owners that are told. */
const mostLeaders = 50;

/** Who won the most in the range: by value in the location's own currency, then by leads won and made. */
export function readLeaders(context: Context, scope: ReportScope): Promise<Leader[]> {
  const { current } = spansOf(scope.range, localDate(context.now, context.location.timeZone));
  return read(context, async (transaction) => {
    const stages = await findStages(transaction, context);
    const winning = waysToWin(stages);
    const closed = { scope: talliedScope(scope, stages), ways: winning, byOwner: true };
    const madeFilter = (of: ReportScope): Group => ({ all: [...scopeConditions(of), ...onDays("createdAt", current)] });
    const [won, made] = await Promise.all([
      sumClosed(transaction, context, closed, { current, previous: null }),
      countByOwner(transaction, context, madeFilter(scope)),
    ]);
    const ids = [...new Set([...won.map(({ ownerId }) => ownerId), ...made.keys()])];
    const leaders = ids.map((id) => {
      const own = { ...scope, owner: id ?? withoutOwner };
      const { leads, values } = addUp(
        won.filter(({ ownerId }) => ownerId === id),
        context.location.currency,
        false,
      );
      return {
        id,
        won: {
          leads,
          values: values.map(({ currency, minor }) => ({ currency, minor })),
          filter: closedFilter(own, winning, current),
        },
        created: { leads: made.get(id) ?? 0, filter: madeFilter(own) },
      };
    });
    const first = leaders.toSorted(mostFirst).slice(0, mostLeaders);
    const names = await findNames(
      transaction,
      first.flatMap(({ id }) => id ?? []),
    );
    return first.map(({ id, ...leader }) => ({
      owner: id === null ? null : { id, name: names.get(id) ?? "" },
      ...leader,
    }));
  });
}

type Unnamed = Pick<Leader, "won" | "created">;

const mostFirst = (one: Unnamed, other: Unnamed): number =>
  (other.won.values[0]?.minor ?? 0) - (one.won.values[0]?.minor ?? 0) ||
  other.won.leads - one.won.leads ||
  other.created.leads - one.created.leads;

/** Of each owner, the index of owners has the days in order: no lead is looked at. */
async function countByOwner(
  transaction: ReadTransaction,
  context: Context,
  filter: Group,
): Promise<Map<string | null, number>> {
  const { rows } = await transaction.execute<{ ownerId: string | null; leads: number }>(sql`
    select owner_id as "ownerId", count(*)::int as leads from ${matchingLeads(context, filter)} group by 1`);
  return new Map(rows.map(({ ownerId, leads }) => [ownerId, leads]));
}
