import { desc, eq } from "drizzle-orm";
import { locationImports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { isEmptyLocation } from "./internal/is-empty-location";
import { locationImportOf, selectLocationImports } from "./internal/select-location-imports";
import type { LocationImports } from "./model";

const most = 20;

/** The exports that were read into the location, the last first, and whether another one can be. */
export const listLocationImports = (context: Context): Promise<LocationImports> =>
  read(context, async (transaction) => {
    const [rows, isEmpty] = await Promise.all([
      selectLocationImports(transaction)
        .where(eq(locationImports.locationId, context.location.id))
        .orderBy(desc(locationImports.id))
        .limit(most),
      isEmptyLocation(transaction, context.location.id),
    ]);
    return { imports: rows.map(locationImportOf), isEmpty };
  });
