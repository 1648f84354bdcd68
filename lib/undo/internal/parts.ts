import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { contacts } from "@/db/schema/contacts";
import { stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";
import { firstRank } from "@/lib/kit/rank";

/** Values by domain field name, as an event keeps them. */
export type State = Record<string, unknown>;

/** The record that an event is about. */
export type Subject = { type: string; id: string; contactId: string | null; opportunityId: string | null };

/** One place where fields of a record are kept: its row, or rows that hang on it. */
export type Part = {
  /** Whether a field is kept here. */
  has: (field: string) => boolean;
  /** What the fields are now, held until the transaction ends. `expected` is what they were after the event. */
  read: (
    transaction: Transaction,
    context: Context,
    subject: Subject,
    fields: string[],
    expected: State,
  ) => Promise<State>;
  write: (transaction: Transaction, context: Context, subject: Subject, values: State) => Promise<void>;
  /** Fields that may have changed since without anybody minding. */
  unminded?: (from: State) => readonly string[];
};

/** A table of records, most of which are deleted softly. */
export type RecordTable = PgTable & { locationId: AnyPgColumn; id: AnyPgColumn; deletedAt?: AnyPgColumn };

/** The condition that a row is the record of an event. */
export const isSubject = (table: RecordTable, { location }: Context, { id }: Subject): SQL | undefined =>
  and(eq(table.locationId, location.id), eq(table.id, id));

/** The record's row, held until the transaction ends. @throws Conflict (rule `gone`) when it was purged. */
export async function lockRow(transaction: Transaction, context: Context, table: RecordTable, subject: Subject) {
  const [row] = await transaction
    .select()
    .from(table)
    .where(isSubject(table, context, subject))
    .for("update");
  if (!row) throw gone();
  return row;
}

/** That the record was purged. */
export const gone = () => new Conflict("gone", "This can not be undone any more: the record was deleted for good.");

/** That the record is in the bin. */
export const deletedSince = () =>
  new Conflict("deleted_since", "This can not be undone: the record was deleted since. Restore it first.");

/** The columns to write so that a record of `table` is as `values` say, with its version and time of change. */
export function columnsFrom(table: RecordTable, { now }: Context, values: State): State {
  const columns = getTableColumns(table);
  const set: State = {};
  for (const [name, value] of Object.entries(values)) {
    const column = columns[name];
    if (column) set[name] = column.dataType === "date" && typeof value === "string" ? new Date(value) : (value ?? null);
  }
  if (columns.version) set.version = sql`${columns.version} + 1`;
  if (columns.updatedAt) set.updatedAt = now;
  return set;
}

/** The fields that are columns of the record's own row. `derive` adds what follows from them. */
export function rowOf(
  table: RecordTable,
  derive?: (transaction: Transaction, context: Context, values: State, subject: Subject) => Promise<State>,
  unminded?: Part["unminded"],
): Part {
  const columns = getTableColumns(table);
  return {
    has: (field) => field in columns,
    unminded,
    read: async (transaction, context, subject) => {
      const row = await lockRow(transaction, context, table, subject);
      if (row.deletedAt) throw deletedSince();
      return row;
    },
    write: async (transaction, context, subject, values) => {
      const derived = await derive?.(transaction, context, values, subject);
      await transaction
        .update(table)
        .set({ ...columnsFrom(table, context, values), ...derived })
        .where(isSubject(table, context, subject));
    },
  };
}

/** The rest of a place on the board, for events that tell the stage alone. */
export async function wholePlace(transaction: Transaction, context: Context, values: State): Promise<State> {
  const { stageId, pipelineId, position, stageChangedAt } = values;
  if (typeof stageId !== "string" || (pipelineId && position && stageChangedAt)) return {};
  const [stage] = await transaction
    .select({ pipelineId: stages.pipelineId })
    .from(stages)
    .where(and(eq(stages.locationId, context.location.id), eq(stages.id, stageId)));
  if (!stage) throw new Conflict("stage_gone", "This can not be undone: the stage it was in is not there any more.");
  return { pipelineId: stage.pipelineId, position: firstRank(context.now.getTime()), stageChangedAt: context.now };
}

/** Somebody who orders the cards of a stage anew does not hold up who takes back a move into it. */
export const unmindedOfPlace = (from: State): readonly string[] =>
  "stageId" in from ? ["pipelineId", "position", "stageChangedAt"] : [];

/** The tags of the lead's contact. */
export const contactTags: Part = {
  has: (field) => field === "tags",
  read: async (transaction, context, subject) => {
    const row = await lockRow(transaction, context, contacts, contactOf(subject));
    return { tags: row.tags };
  },
  write: async (transaction, context, subject, values) => {
    const contact = contactOf(subject);
    await transaction
      .update(contacts)
      .set(columnsFrom(contacts, context, values))
      .where(isSubject(contacts, context, contact));
  },
};

const contactOf = (subject: Subject): Subject => ({ ...subject, type: "contact", id: subject.contactId ?? "" });
