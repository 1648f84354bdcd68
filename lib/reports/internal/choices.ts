import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import { leadTallies } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { PipelineStage } from "@/lib/pipelines/list-stages";
import { worksIn } from "@/lib/users/works-in";

/** What a report can be narrowed to. */
export type ReportChoices = {
  pipelines: { id: string; name: string }[];
  /** Who works here, by name. */
  owners: { id: string; name: string }[];
  /** By the alphabet. */
  sources: string[];
};

const mostSources = 200;
const mostOwners = 500;

/** The pipelines, people and sources of the location; of the last two no more than a list can show. */
export async function findChoices(
  transaction: ReadTransaction,
  { location }: Context,
  stages: readonly PipelineStage[],
): Promise<ReportChoices> {
  const here = { locationId: location.id };
  const [owners, sources] = await Promise.all([
    ownersQuery(transaction).execute(here),
    sourcesQuery(transaction).execute(here),
  ]);
  return {
    pipelines: [...new Map(stages.map(({ pipeline }) => [pipeline.id, pipeline])).values()],
    owners,
    sources: sources.flatMap(({ source }) => source ?? []),
  };
}

const locationId = sql.placeholder("locationId");

const ownersQuery = (transaction: ReadTransaction) =>
  prepared(transaction, "report owners", (connection) =>
    connection
      .select({ id: users.id, name: users.name })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(worksIn(locationId))
      .orderBy(asc(users.name), asc(users.id))
      .limit(mostOwners),
  );

const sourcesQuery = (transaction: ReadTransaction) =>
  prepared(transaction, "report sources", (connection) =>
    connection
      .selectDistinct({ source: leadTallies.source })
      .from(leadTallies)
      .where(
        and(
          eq(leadTallies.locationId, locationId),
          isNull(leadTallies.createdOn),
          isNotNull(leadTallies.source),
          ne(leadTallies.source, ""),
        ),
      )
      .orderBy(asc(leadTallies.source))
      .limit(mostSources),
  );
