import { and, eq } from "drizzle-orm";
import { imports } from "@/db/schema/imports";
import { type Context, localeOf } from "@/lib/access/context";
import { Conflict, Unavailable } from "@/lib/access/errors";
import { read } from "@/lib/data/doors";
import type { Import } from "@/lib/imports/model/import";
import { readCsv } from "@/lib/imports/read-csv";
import { storage } from "@/lib/providers/storage/configured";
import type { PlacedRecord } from "./prepare-batch";

/** Rows that are written in one transaction. Where batches begin must not change while an import waits. */
export const batchSize = 1000;

/**
 * The rows of an import's file, in batches of whole places: the n-th begins at row n * batchSize + 1.
 *
 * @throws Conflict when the file was removed; Unavailable when the storage does not give it.
 */
export async function* batchesOf(context: Context, file: Import): AsyncGenerator<PlacedRecord[]> {
  let batch: PlacedRecord[] = [];
  let position = 0;
  let isHeading = true;
  for await (const record of readCsv(await openFile(context, file.id), file, localeOf(context))) {
    if (isHeading) {
      isHeading = false;
      continue;
    }
    batch.push({ ...record, position: ++position });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function openFile(context: Context, id: string): Promise<AsyncIterable<Uint8Array>> {
  const [row] = await read(context, (transaction) =>
    transaction
      .select({ storageKey: imports.storageKey })
      .from(imports)
      .where(and(eq(imports.locationId, context.location.id), eq(imports.id, id))),
  );
  if (!row?.storageKey) throw new Conflict("file_gone", "The file of this import is not kept any more. Send it again.");
  try {
    return (await (await storage()).get(row.storageKey)).stream;
  } catch (error) {
    throw new Unavailable("The file of this import can not be read right now.", { cause: error });
  }
}
