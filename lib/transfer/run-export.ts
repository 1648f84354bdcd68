import { openAsBlob } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { locationExports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { read, together } from "@/lib/data/doors";
import { keepFile } from "@/lib/files/keep-file";
import { newId } from "@/lib/kit/id";
import { isExport, selectExports } from "./internal/select-exports";
import { writeLocation } from "./write-location";

const progressEvery = 5000;
/** Node counts no further in a blob: what goes beyond would be cut off without a word. */
const mostBytes = 4_294_967_295;

/**
 * Writes the file of an export that somebody asked for, and keeps it to be fetched. After a crash it is
 * written anew.
 *
 * @throws what may be gone at a later try, such as a full disk.
 */
export async function runExport(context: Context, exportId: string, { isLast }: { isLast: boolean }): Promise<void> {
  const [asked] = await read(context, (transaction) => selectExports(transaction).where(isExport(context, exportId)));
  if (!asked || asked.row.status === "done") return;
  await setExport(context, exportId, { status: "running", recordsDone: 0 });
  const folder = await mkdtemp(join(tmpdir(), "leadwright-export-"));
  try {
    const path = join(folder, "location.zip");
    let told = 0;
    const manifest = await writeLocation(context, path, async (records) => {
      if (records - told < progressEvery) return;
      told = records;
      await setExport(context, exportId, { recordsDone: records });
    });
    if ((await stat(path)).size > mostBytes) {
      const failure = "It is larger than 4 GB. Have it written on the server, with npm run export.";
      await setExport(context, exportId, { status: "failed", failure, finishedAt: new Date() });
      return;
    }
    const file = await openAsBlob(path);
    const storageKey = `${context.location.id}/${newId()}`;
    await keepFile(context, storageKey, file);
    const recordsDone = manifest.tables.reduce((sum, { records }) => sum + records, 0);
    const finishedAt = new Date();
    await setExport(context, exportId, { status: "done", storageKey, sizeBytes: file.size, recordsDone, finishedAt });
  } catch (error) {
    const failure = "It could not be written. Ask who runs this installation to look at its log.";
    if (isLast) await setExport(context, exportId, { status: "failed", failure, finishedAt: new Date() });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const setExport = (context: Context, id: string, columns: Partial<typeof locationExports.$inferInsert>) =>
  together({ ...context, transaction: undefined }, async ({ transaction }) => {
    await transaction
      .update(locationExports)
      .set({ ...columns, updatedAt: new Date() })
      .where(isExport(context, id));
  });
