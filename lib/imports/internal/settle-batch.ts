import type { Context } from "@/lib/access/context";
import { databaseErrorOf } from "@/lib/data/database-errors";
import { type Batch, decideBatch, type PlacedRecord, type ReadBatch, readBatch } from "./prepare-batch";
import type { Reading } from "./read-row";
import { StaleBatch, writeBatch } from "./write-batch";

const mostAttempts = 5;

/**
 * Decides what rows come to and writes it, by their texts as `batch` has read them; again when somebody changed what it was decided by. Rows
 * that the database will not have are found by halves and refused, the others written.
 *
 * @throws ImportStopped; what the database says that is not about the rows.
 */
export async function settleBatch(
  context: Context,
  importId: string,
  reading: Reading,
  records: PlacedRecord[],
  batch: ReadBatch = readBatch(reading, records),
): Promise<void> {
  const [first] = records;
  if (!first) return;
  try {
    await decideAndWrite(context, importId, reading, batch, first.position);
  } catch (error) {
    if (!isAboutData(error)) throw error;
    if (records.length === 1) {
      const { line, position, cells } = first;
      const reason = "The values of this row do not fit together. Look for an unusual one.";
      const refusal: Batch = { decisions: [], refused: [{ line, position, cells, reason }], size: 1 };
      await writeBatch({ ...context, now: new Date() }, importId, position, refusal, reading.references);
      return;
    }
    const middle = Math.ceil(records.length / 2);
    await settleBatch(context, importId, reading, records.slice(0, middle));
    await settleBatch(context, importId, reading, records.slice(middle));
  }
}

async function decideAndWrite(
  context: Context,
  importId: string,
  reading: Reading,
  rows: ReadBatch,
  from: number,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const inside = { ...context, now: new Date() };
    const batch = await decideBatch(inside, reading, rows);
    try {
      await writeBatch(inside, importId, from, batch, reading.references);
      return;
    } catch (error) {
      if (!(error instanceof StaleBatch) || attempt === mostAttempts) throw error;
    }
  }
}

/** Values that do not fit, or that break a rule of the tables. */
const isAboutData = (error: unknown): boolean => /^2[23]...$/.test(databaseErrorOf(error)?.code ?? "");
