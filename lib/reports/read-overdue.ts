import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { matchingLeads } from "@/lib/leads/query/matching-leads";
import type { Condition, Group } from "@/lib/leads/query/model";
import { findNames } from "@/lib/users/find-names";
import { scopeConditions } from "./internal/scope";
import { type ReportScope, withoutOwner } from "./model";

/** Leads on which a task should have been done by now. */
export type Overdue = {
  leads: number;
  filter: Group;
  /** By the owner of the lead, most first. */
  owners: { owner: { id: string; name: string } | null; leads: number; filter: Group }[];
};

const isLate: Condition = { field: "nextTaskDueAt", operator: "inPeriod", value: "past" };

/**
 * The leads of the scope's pipeline, owner and source that have an overdue task; its range does not
 * matter. Starts from the tasks that are late, of which there are few, not from the leads.
 */
export function readOverdue(context: Context, scope: ReportScope): Promise<Overdue> {
  return read(context, async (transaction) => {
    const late = and(
      eq(tasks.locationId, context.location.id),
      isNull(tasks.completedAt),
      isNull(tasks.deletedAt),
      lt(tasks.dueAt, context.now),
    );
    const { rows } = await transaction.execute<{ ownerId: string | null; leads: number }>(sql`
      select owner_id as "ownerId", count(*)::int as leads from ${matchingLeads(context, { all: scopeConditions(scope) })}
      where ${opportunities.id} in (select ${tasks.opportunityId} from ${tasks} where ${late})
      group by 1 order by 2 desc`);
    const names = await findNames(
      transaction,
      rows.flatMap(({ ownerId }) => ownerId ?? []),
    );
    return {
      leads: rows.reduce((sum, { leads }) => sum + leads, 0),
      filter: { all: [...scopeConditions(scope), isLate] },
      owners: rows.map(({ ownerId, leads }) => ({
        owner: ownerId === null ? null : { id: ownerId, name: names.get(ownerId) ?? "" },
        leads,
        filter: { all: [...scopeConditions({ ...scope, owner: ownerId ?? withoutOwner }), isLate] },
      })),
    };
  });
}
