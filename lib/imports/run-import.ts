import { and, eq } from "drizzle-orm";
import { imports } from "@/db/schema/imports";
import { type Context, localeOf } from "@/lib/access/context";
import { DomainError } from "@/lib/access/errors";
import { change, read, together } from "@/lib/data/doors";
import { queueJob } from "@/lib/jobs/queue-job";
import { contiguousParts, doneWithin } from "./internal/done-ranges";
import { setImport } from "./internal/edit-import";
import { batchesOf } from "./internal/file-rows";
import { asImporter } from "./internal/importer";
import { Lanes } from "./internal/lanes";
import { type PlacedRecord, readBatch } from "./internal/prepare-batch";
import { ImportStopped } from "./internal/progress";
import type { Reading } from "./internal/read-row";
import { loadReferences } from "./internal/references";
import { refreshStatistics } from "./internal/refresh-statistics";
import { importInLocation } from "./internal/select-imports";
import { settleBatch } from "./internal/settle-batch";
import type { Import, ImportActor } from "./model/import";

/** One try of the job. */
export type RunOptions = { isLast: boolean; signal?: AbortSignal };

/** The database writes two batches in less time than three, which get into each other's way. */
const lanes = 2;

/**
 * Writes the rows of a running import that are not written yet: after a crash only the rest. Goes on
 * in a later job when `signal` asks it to end.
 *
 * @throws what may be gone at a later try, such as a lost connection.
 */
export async function runImport(context: Context, importId: string, { isLast, signal }: RunOptions): Promise<void> {
  try {
    const started = await startOf(context, importId);
    if (started.file.status !== "running") return;
    const inside = await asImporter(context, importId, started.actor);
    if (await writeRows(inside, started, signal)) await finish(inside, importId);
    else await goOnLater(context, importId);
  } catch (error) {
    if (error instanceof ImportStopped) return;
    const isFinal = error instanceof DomainError && error.code !== "unavailable";
    if (!isFinal && !isLast) throw error;
    await fail(
      context,
      importId,
      isFinal ? error.message : "It could not be finished. Ask who runs this installation to look at its log.",
    );
    if (!isFinal) throw error;
  }
}

type Started = { file: Import; doneRanges: string; actor: ImportActor | null };

function startOf(context: Context, importId: string): Promise<Started> {
  return read(context, async (transaction) => {
    const [file, [row]] = await Promise.all([
      importInLocation(transaction, context, importId),
      transaction
        .select({ doneRanges: imports.doneRanges, actor: imports.actor })
        .from(imports)
        .where(and(eq(imports.locationId, context.location.id), eq(imports.id, importId))),
    ]);
    // Written by `startImport` alone.
    return { file, doneRanges: row?.doneRanges ?? "{}", actor: (row?.actor ?? null) as ImportActor | null };
  });
}

/**
 * The first part of a run is small: once it is written, the planner is told that the tables are empty no more. What
 * follows is read meanwhile and written then.
 */
const firstRows = 200;

/**
 * After these parts it is told again, while others are written: whenever the tables hold four times as much, since
 * it may be that autovacuum is at them and it is not heard.
 */
const refreshedAfter: ReadonlySet<number> = new Set([4, 16, 64]);

/** Answers whether all of them are written. */
async function writeRows(context: Context, { file, doneRanges }: Started, signal?: AbortSignal): Promise<boolean> {
  const references = await read(context, (transaction) => loadReferences(transaction, context));
  const headings = file.columns.map(({ heading }) => heading);
  const reading: Reading = {
    plan: file.plan,
    headings,
    references,
    location: context.location,
    locale: localeOf(context),
  };
  const isDone = doneWithin(doneRanges);
  const running = new Lanes(lanes);
  let parts = 0;
  let begun: Promise<void> | undefined;
  const write = async (records: PlacedRecord[]) => {
    const batch = readBatch(reading, records);
    const keys = [...batch.emails, ...batch.phones];
    await running.ready(keys);
    const first = begun;
    const started = running.start(keys, async () => {
      await first;
      await settleBatch(context, file.id, reading, records, batch);
      if (!first) await refreshStatistics(context);
    });
    begun ??= started;
  };
  try {
    for await (const records of batchesOf(context, file)) {
      if (signal?.aborted) return false;
      const waiting = records.filter(({ position }) => !isDone(position));
      for (const part of contiguousParts(waiting)) {
        if (signal?.aborted) return false;
        const first = parts === 0 ? firstRows : part.length;
        await write(part.slice(0, first));
        if (refreshedAfter.has(++parts)) {
          await running.ready([]);
          void running.start([], () => refreshStatistics(context));
        }
        if (first < part.length) await write(part.slice(first));
      }
    }
  } finally {
    await running.finish();
  }
  return true;
}

const finish = (context: Context, importId: string): Promise<void> =>
  change(context, async (transaction) => {
    const now = new Date();
    const [finished] = await transaction
      .update(imports)
      .set({ status: "done", finishedAt: now, updatedAt: now })
      .where(and(eq(imports.locationId, context.location.id), eq(imports.id, importId), eq(imports.status, "running")))
      .returning({ fileName: imports.fileName, counts: imports.counts });
    if (!finished) return { result: undefined, unchanged: true };
    return {
      result: undefined,
      events: [{ type: "import.finished", subject: { type: "import", id: importId }, after: finished }],
    };
  });

const goOnLater = (context: Context, importId: string): Promise<void> =>
  together(context, ({ transaction }) =>
    queueJob(transaction, "run_import", { locationId: context.location.id, importId }, { key: importId }),
  );

const fail = (context: Context, importId: string, failure: string): Promise<void> =>
  together(context, async (inside) => {
    await setImport(inside.transaction, { ...inside, now: new Date() }, importId, {
      status: "failed",
      failure,
      finishedAt: new Date(),
    });
  });
