import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { imports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { Forbidden, NotFound } from "@/lib/access/errors";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { Import, ImportActor } from "@/lib/imports/model/import";
import { programOf } from "./headings";

/** @throws Forbidden when the caller does not see all leads: an import meets and changes anybody's. */
export function requireImporter({ actor }: Context): void {
  if (actor.type === "user" && actor.visibility !== "all")
    throw new Forbidden("all_leads", "Only those who see all leads of the location may import.");
}

/** A query for imports, to be narrowed, ordered and paged. */
export const selectImports = (transaction: ReadTransaction) =>
  transaction
    .select({ row: imports, createdByName: users.name })
    .from(imports)
    .leftJoin(users, eq(users.id, imports.createdById))
    .$dynamic();

type Row = Awaited<ReturnType<typeof selectImports>>[number];
type StoredParts = Pick<Import, "columns" | "delimiter" | "plan" | "preview" | "counts" | "undo"> & {
  actor: ImportActor | null;
};

/** The import of a row. */
export function importOf({ row, createdByName }: Row): Import {
  // Its parts in JSON were written by this folder alone.
  const { columns, delimiter, plan, preview, counts, undo, actor } = row as StoredParts;
  return {
    id: row.id,
    number: row.number,
    fileName: row.fileName,
    sizeBytes: row.sizeBytes,
    encoding: row.encoding,
    delimiter,
    columns,
    program: programOf(columns.map(({ heading }) => heading)),
    rowCount: row.rowCount,
    status: row.status,
    plan,
    preview,
    rowsDone: row.rowsDone,
    counts,
    undo,
    failure: row.failure,
    hasFile: row.storageKey !== null,
    createdByName: createdByName ?? actor?.name ?? null,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    undoneAt: row.undoneAt,
  };
}

/** The import of an id in the caller's location. @throws NotFound. */
export async function importInLocation(transaction: ReadTransaction, context: Context, id: string): Promise<Import> {
  const [row] = await selectImports(transaction).where(
    and(eq(imports.locationId, context.location.id), eq(imports.id, id)),
  );
  if (!row) throw new NotFound("import");
  return importOf(row);
}
