import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { locationImports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { findMember } from "@/lib/access/identity";
import { change, read, together } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { queueJob } from "@/lib/jobs/queue-job";
import { SetupError } from "@/lib/kit/setup-error";
import { storage } from "@/lib/providers/storage/configured";
import { isLocationImport, selectLocationImports, setLocationImport } from "./internal/select-location-imports";
import { type ReadLocation, readLocation } from "./read-location";

/** One try of the job. */
type Attempt = { isLast: boolean; signal?: AbortSignal };
type Row = typeof locationImports.$inferSelect;

const progressEvery = 5000;

/**
 * Reads an export that somebody uploaded into the location: all of it, or nothing. After a crash, and when
 * `signal` asks it to end, it begins anew in a later job.
 *
 * @throws what may be gone at a later try, such as a lost connection.
 */
export async function runLocationImport(
  context: Context,
  importId: string,
  { isLast, signal }: Attempt,
): Promise<void> {
  const [asked] = await read(context, (transaction) =>
    selectLocationImports(transaction).where(isLocationImport(context, importId)),
  );
  if (!asked || asked.row.finishedAt) return;
  await setLocationImport(context, importId, { status: "running", recordsDone: 0 });
  let told = 0;
  const onRecords = async (recordsDone: number) => {
    signal?.throwIfAborted();
    if (recordsDone - told < progressEvery) return;
    told = recordsDone;
    await setLocationImport(context, importId, { recordsDone });
  };
  const finish = (transaction: Transaction, done: ReadLocation) => noteDone(transaction, context, asked.row, done);
  try {
    await withFile(asked.row, (path) => readLocation(path, context.location.id, { onRecords, finish }));
  } catch (error) {
    if (signal?.aborted) return goOnLater(context, importId);
    const isFinal = error instanceof SetupError;
    if (isFinal || isLast) {
      const failure = isFinal
        ? error.message
        : "It could not be read in. Ask who runs this installation to look at its log.";
      await setLocationImport(context, importId, { status: "failed", failure, recordsDone: 0, finishedAt: new Date() });
    }
    if (!isFinal) throw error;
  }
}

const goOnLater = (context: Context, importId: string): Promise<void> =>
  together(context, ({ transaction }) =>
    queueJob(transaction, "import_location", { locationId: context.location.id, importId }, { key: importId }),
  );

/** Files have to be on the disk: they are read in no order. */
async function withFile<Result>({ storageKey }: Row, work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "leadwright-import-"));
  try {
    const path = join(folder, "location.zip");
    const { stream } = await (await storage()).get(storageKey ?? "");
    await writeFile(path, stream);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In the transaction of what was read in: it is never read in twice, nor said to be there when it is not. */
async function noteDone(transaction: Transaction, context: Context, row: Row, done: ReadLocation): Promise<void> {
  const { location } = context;
  const actor = (row.createdById && (await findMember(row.createdById, location.id))) || context.actor;
  await change({ ...context, actor, transaction }, async () => {
    const { records, files, users } = done;
    await transaction
      .update(locationImports)
      .set({
        status: "done",
        recordsDone: records,
        files,
        usersKnown: users.known,
        usersMade: users.made,
        finishedAt: new Date(),
        updatedAt: new Date(),
      })
      .where(isLocationImport(context, row.id));
    const subject = { type: "location", id: location.id };
    const after = { fileName: row.fileName, records, files };
    return { result: undefined, events: [{ type: "location.imported", subject, after }] };
  });
}
