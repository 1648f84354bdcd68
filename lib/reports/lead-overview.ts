import { and, asc, desc, eq, sql } from "drizzle-orm";
import { pipelines, stages } from "@/db/schema/opportunities";
import { type Context, requireUserId } from "@/lib/access/context";
import { appointmentStatuses } from "@/lib/calendars/model";
import { readAtOnce } from "@/lib/data/doors";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import { type AppointmentTime, findAppointmentTimes } from "@/lib/leads/find-appointment-times";
import { leadFacts } from "@/lib/leads/query/lead-facts";
import { appointmentSpan } from "./appointment-span";
import type { AppointmentPeriod } from "./model";

/** The leads that a user may read in numbers, and the appointments that concern them. */
export type LeadOverview = {
  /**
   * Every stage of the default pipeline, in its order; then those of the others that leads are in. Stages
   * of one key are one: the leads of all come to the total.
   */
  stages: { key: string; description: string; color: string; leads: number }[];
  /** Every source that occurs, most leads first; null where none is known. */
  sources: { source: string | null; leads: number }[];
  total: number;
  /** Soonest first. */
  appointments: AppointmentTime[];
};

type Count = { stageId: string; source: string | null; leads: number };

const mostAppointments = 100;
const takingPlace = appointmentStatuses.filter((status) => status !== "cancelled" && status !== "invalid");

/**
 * The overview of the user who calls: the leads they may read by stage and by source, and the
 * appointments of a period that they host or whose lead they made or are assigned to, at most 100,
 * without those that were cancelled.
 * @throws Forbidden when no user calls.
 */
export async function getLeadOverview(
  context: Context,
  { period }: { period: AppointmentPeriod },
): Promise<LeadOverview> {
  const userId = requireUserId(context);
  const times = { userId, statuses: takingPlace, limit: mostAppointments, ...appointmentSpan(context, period) };
  return readAtOnce(context, async (transaction) => {
    const [known, counts, appointments] = await Promise.all([
      listStages(transaction, context),
      countLeads(transaction, context),
      findAppointmentTimes(transaction, context, times),
    ]);
    const byStage = sumBy(counts, ({ stageId }) => stageId);
    const bySource = sumBy(counts, ({ source }) => source);
    return {
      stages: sumByKey(known.map((stage) => ({ ...stage, leads: byStage.get(stage.id) ?? 0 }))),
      sources: [...bySource].map(([source, leads]) => ({ source, leads })).toSorted(mostFirst),
      total: counts.reduce((sum, { leads }) => sum + leads, 0),
      appointments,
    };
  });
}

function listStages(transaction: ReadTransaction, context: Context) {
  const query = prepared(transaction, "stages, the default pipeline's first", (connection) =>
    connection
      .select({
        id: stages.id,
        key: stages.key,
        description: stages.description,
        color: stages.color,
        isDefault: pipelines.isDefault,
      })
      .from(stages)
      .innerJoin(pipelines, and(eq(pipelines.locationId, stages.locationId), eq(pipelines.id, stages.pipelineId)))
      .where(eq(stages.locationId, sql.placeholder("locationId")))
      .orderBy(desc(pipelines.isDefault), asc(pipelines.position), asc(stages.position)),
  );
  return query.execute({ locationId: context.location.id });
}

type CountedStage = Awaited<ReturnType<typeof listStages>>[number] & { leads: number };

function sumByKey(counted: CountedStage[]): LeadOverview["stages"] {
  const sums = new Map<string, LeadOverview["stages"][number]>();
  for (const { key, description, color, isDefault, leads } of counted) {
    const known = sums.get(key);
    if (known) known.leads += leads;
    else if (isDefault || leads > 0) sums.set(key, { key, description, color, leads });
  }
  return [...sums.values()];
}

async function countLeads(transaction: ReadTransaction, context: Context): Promise<Count[]> {
  const { rows } = await transaction.execute<Count>(sql`
    select stage_id as "stageId", source, sum(leads)::int as leads
    from ${leadFacts(context, null, ["stage", "source"])} as facts group by 1, 2 having sum(leads) <> 0`);
  return rows;
}

function sumBy<Key>(counts: Count[], keyOf: (count: Count) => Key): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const count of counts) sums.set(keyOf(count), (sums.get(keyOf(count)) ?? 0) + count.leads);
  return sums;
}

const mostFirst = (one: Omit<Count, "stageId">, other: Omit<Count, "stageId">): number =>
  other.leads - one.leads || (one.source ?? "").localeCompare(other.source ?? "", "en");
