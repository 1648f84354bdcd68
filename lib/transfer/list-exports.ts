import { desc, eq } from "drizzle-orm";
import { locationExports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { exportOf, selectExports } from "./internal/select-exports";
import type { LocationExport } from "./model";

const most = 20;

/** The exports of the location, the last first. */
export const listExports = (context: Context): Promise<LocationExport[]> =>
  read(context, async (transaction) => {
    const rows = await selectExports(transaction)
      .where(eq(locationExports.locationId, context.location.id))
      .orderBy(desc(locationExports.id))
      .limit(most);
    return rows.map(exportOf);
  });
