import type { Context } from "@/lib/access/context";
import { contactColumns } from "@/lib/contacts/contact-columns";
import { read } from "@/lib/data/doors";
import type { CsvRecord } from "@/lib/imports/read-csv";
import { decide, type Decision } from "./decide";
import { loadPeople } from "./load-people";
import { People } from "./people";
import { type Reading, readRow } from "./read-row";
import type { RefusedRow, SaidRow } from "./said";

/** A record and its place among the rows of the file, from 1. */
export type PlacedRecord = CsvRecord & { position: number };

/** What some rows of a file say, before anything is known of the people they are about. */
export type ReadBatch = { rows: SaidRow[]; refused: RefusedRow[]; emails: string[]; phones: string[]; size: number };

/** Rows of a file and what they come to: what a preview shows and a run writes. */
export type Batch = { decisions: Decision[]; refused: RefusedRow[]; size: number };

/** Reads the cells of some records, and finds out by which emails and phones their people may be known. */
export function readBatch(reading: Reading, records: PlacedRecord[]): ReadBatch {
  const batch: ReadBatch = { rows: [], refused: [], emails: [], phones: [], size: records.length };
  const emails = new Set<string>();
  const phones = new Set<string>();
  for (const record of records) {
    const row = readRow(reading, record, record.position);
    if ("reason" in row) {
      batch.refused.push(row);
      continue;
    }
    batch.rows.push(row);
    const { email, phone } = row.contact;
    const { emailNormal, phoneNormal } = contactColumns({ email, phone }, reading.location);
    if (emailNormal) emails.add(emailNormal);
    if (phoneNormal) phones.add(phoneNormal);
  }
  return { ...batch, emails: [...emails], phones: [...phones] };
}

/**
 * Decides what the rows of a batch come to, by what the database knows now. With `people` of earlier
 * batches it counts as well what their rows would have done: that is the dry run.
 */
export async function decideBatch(
  context: Context,
  reading: Reading,
  batch: ReadBatch,
  people: People = new People(),
): Promise<Batch> {
  const { plan, references, location } = reading;
  const { emails, phones } = batch;
  if (emails.length + phones.length > 0) {
    const wanted = {
      emails,
      phones,
      notes: plan.columns.includes("lead.note"),
      custom: plan.columns.some((target) => target?.startsWith("custom:")),
    };
    await read(context, (transaction) => loadPeople(transaction, context, people, wanted));
  }
  const [firstStage] = references.stages;
  if (!firstStage) throw new Error("The location has no stages.");
  const deciding = {
    people,
    location,
    duplicates: plan.duplicates,
    stageId: plan.stageId ?? firstStage.id,
    ownerId: plan.ownerId,
  };
  return { decisions: batch.rows.map((row) => decide(deciding, row)), refused: batch.refused, size: batch.size };
}
