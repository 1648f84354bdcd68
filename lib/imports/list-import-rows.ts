import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { importRows } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { importInLocation, requireImporter } from "./internal/select-imports";

/** A row that was refused, or that an undo left as it is. */
export type ToldRow = {
  position: number;
  line: number;
  kind: "new" | "changed" | "refused";
  leadId: string | null;
  reason: string;
  cells: string[];
};

export type ToldPage = { headings: string[]; rows: ToldRow[]; next: number | null };

/**
 * The rows of an import of which there is something to tell: those that were refused, and after an
 * undo those that were left. In the order of the file.
 *
 * @throws NotFound; Forbidden for who does not see all leads.
 */
export function listImportRows(
  context: Context,
  { id, limit, after = 0 }: { id: string; limit: number; after?: number },
): Promise<ToldPage> {
  requireImporter(context);
  return read(context, async (transaction) => {
    const { columns } = await importInLocation(transaction, context, id);
    const rows = await transaction
      .select()
      .from(importRows)
      .where(
        and(
          eq(importRows.locationId, context.location.id),
          eq(importRows.importId, id),
          isNotNull(importRows.reason),
          gt(importRows.position, after),
        ),
      )
      .orderBy(asc(importRows.position))
      .limit(limit + 1);
    const page = rows.slice(0, limit).map(({ position, line, kind, opportunityId, reason, cells }) => ({
      position,
      line,
      kind,
      leadId: opportunityId,
      reason: reason ?? "",
      cells: cells ?? [],
    }));
    return {
      headings: columns.map(({ heading }) => heading),
      rows: page,
      next: rows.length > limit ? (page.at(-1)?.position ?? null) : null,
    };
  });
}
