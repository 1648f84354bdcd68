import { and, desc, eq, lt } from "drizzle-orm";
import { imports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { importOf, requireImporter, selectImports } from "./internal/select-imports";
import type { Import } from "./model/import";

export type ImportPage = { imports: Import[]; next: string | null };

/** The imports of the location, the last first. @throws Forbidden for who does not see all leads. */
export function listImports(
  context: Context,
  { limit, after }: { limit: number; after?: string },
): Promise<ImportPage> {
  requireImporter(context);
  return read(context, async (transaction) => {
    const rows = await selectImports(transaction)
      .where(and(eq(imports.locationId, context.location.id), after ? lt(imports.id, after) : undefined))
      .orderBy(desc(imports.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit).map(importOf);
    return { imports: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}
