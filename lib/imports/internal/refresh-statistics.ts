import { sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";

/** Tells the planner what the tables of leads hold by now: for who has just filled them, or is about to go through them. */
export const refreshStatistics = (context: Context): Promise<void> =>
  together(context, async ({ transaction }) => {
    await transaction.execute(sql`select refresh_lead_statistics()`);
  });
