import { asc, eq } from "drizzle-orm";
import { workflows } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";

/** A workflow as lists show it. */
export type Workflow = Pick<
  typeof workflows.$inferSelect,
  "id" | "name" | "status" | "version" | "createdAt" | "updatedAt"
>;

/** The location's workflows, the oldest first. */
export const listWorkflows = (context: Context): Promise<Workflow[]> =>
  readAtOnce(context, (transaction) =>
    transaction
      .select({
        id: workflows.id,
        name: workflows.name,
        status: workflows.status,
        version: workflows.version,
        createdAt: workflows.createdAt,
        updatedAt: workflows.updatedAt,
      })
      .from(workflows)
      .where(eq(workflows.locationId, context.location.id))
      .orderBy(asc(workflows.id)),
  );
