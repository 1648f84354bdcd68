import { and, eq } from "drizzle-orm";
import { importRows, imports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { change, read, together } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { queueJob } from "@/lib/jobs/queue-job";
import { setImport } from "./internal/edit-import";
import { asImporter } from "./internal/importer";
import { refreshStatistics } from "./internal/refresh-statistics";
import { removeMade } from "./internal/remove-made";
import { restoreRow } from "./internal/restore-records";
import { readTouched } from "./internal/touched-records";
import { takeRows, type UndoneRow } from "./internal/undo-rows";
import type { ImportActor, UndoProgress } from "./model/import";

const batchSize = 2000;
/** A place that no row has. */
const beyondAll = 2_000_000_000;

/** How far an undo is: rows from this place on are dealt with. */
type Progress = UndoProgress & { before?: number };

/**
 * Takes back what an import did, from its last row to its first; after a crash only the rest. Goes on
 * in a later job when `signal` asks it to end.
 */
export async function runUndo(context: Context, importId: string, signal?: AbortSignal): Promise<void> {
  const actor = await read(context, async (transaction) => {
    const [row] = await transaction.select({ actor: imports.actor }).from(imports).where(isIt(context, importId));
    // Written by `undoImport` alone.
    return (row?.actor ?? null) as ImportActor | null;
  });
  const inside = await asImporter(context, `undo-${importId}`, actor).catch(() => context);
  await refreshStatistics(context);
  for (;;) {
    if (await undoBatch({ ...inside, now: new Date() }, importId)) return;
    if (signal?.aborted) return goOnLater(context, importId);
  }
}

const isIt = ({ location }: Context, importId: string) =>
  and(eq(imports.locationId, location.id), eq(imports.id, importId));

const goOnLater = (context: Context, importId: string): Promise<void> =>
  together(context, ({ transaction }) =>
    queueJob(transaction, "undo_import", { locationId: context.location.id, importId }, { key: `undo-${importId}` }),
  );

/** One transaction of it. Answers whether that was the last. */
function undoBatch(context: Context, importId: string): Promise<boolean> {
  return change({ ...context, importId }, async (transaction) => {
    const [held] = await transaction
      .select({ status: imports.status, undo: imports.undo })
      .from(imports)
      .where(isIt(context, importId))
      .for("update");
    if (held?.status !== "undoing") return { result: true, unchanged: true };
    // Written by `undoImport` and here.
    const progress = held.undo as Progress;
    const rows = await takeRows(transaction, context, importId, {
      before: progress.before ?? beyondAll,
      most: batchSize,
    });
    const last = rows.at(-1);
    if (!last) {
      await setImport(transaction, context, importId, { status: "undone", undoneAt: context.now });
      return { result: true, unchanged: true };
    }
    const { undone, events } = await undoRows(transaction, context, importId, rows);
    const next: Progress = {
      ...progress,
      rowsDone: progress.rowsDone + rows.length,
      removed: progress.removed + undone.removed,
      restored: progress.restored + undone.restored,
      kept: progress.kept + undone.kept,
      before: last.position,
    };
    await setImport(transaction, context, importId, { undo: next });
    const [first, ...rest] = events;
    return first ? { result: false, events: [first, ...rest] } : { result: false, unchanged: true };
  });
}

async function undoRows(transaction: Transaction, context: Context, importId: string, rows: UndoneRow[]) {
  const people = [...new Set(rows.flatMap(({ contactId }) => contactId ?? []))];
  const touched = await readTouched(transaction, context, importId, people);
  const made = rows.flatMap(({ madeLead, opportunityId }) => (madeLead && opportunityId ? [opportunityId] : []));
  const { removed, kept, events } = await removeMade(transaction, context, touched, made);
  const reasons = new Map<string, string>();
  const all: NewEvent[] = [...events];
  let restored = 0;
  for (const row of rows) {
    if (row.madeLead && kept.has(row.opportunityId ?? ""))
      reasons.set(row.id, "Somebody worked on this lead since it was imported, so it was left.");
    // What later rows changed of a contact that the import made goes with it.
    if (!row.after || touched.contacts.get(row.contactId ?? "")?.made) continue;
    const { left, events: said } = await restoreRow(transaction, context, row);
    all.push(...said);
    if (left.length > 0) reasons.set(row.id, `Changed since, and left as it is: ${left.join(", ")}.`);
    else if (!row.madeLead) restored += 1;
  }
  for (const [id, reason] of reasons)
    await transaction
      .update(importRows)
      .set({ reason })
      .where(and(eq(importRows.locationId, context.location.id), eq(importRows.id, id)));
  return { undone: { removed: removed.size, restored, kept: reasons.size }, events: all };
}
