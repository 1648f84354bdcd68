import { and, asc, eq, inArray } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { updateRows } from "@/lib/data/insert-rows";
import type { Transaction } from "@/lib/data/transaction";
import type { EventType, NewEvent } from "@/lib/events/catalogue";
import { clashesIn, type Happened, happens, refuse, refuseBringingBack, refuseTakingAway } from "./happenings";
import { deletedSince, gone, type State, unmindedOfPlace } from "./parts";
import { recordOf } from "./records";

/**
 * Takes back what happened to leads, each once, in a few statements however many they are. Null: it has to
 * be taken back one by one. @throws Conflict as taking back one of them does.
 */
export type LeadsInverse = (
  transaction: Transaction,
  context: Context,
  happened: readonly Happened[],
) => Promise<NewEvent[] | null>;

type Row = typeof opportunities.$inferSelect;

/** `putBack` of leads, where events tell of their own rows alone. */
export const putLeadsBack =
  (type: EventType): LeadsInverse =>
  async (transaction, context, happened) => {
    const isOfRow = ({ before, after }: Happened) =>
      keptElsewhere({ ...before, ...after }).length === 0 && isWholePlace(before);
    if (!happened.every(isOfRow)) return null;
    await changeLeads(transaction, context, happened, (row, { before, after }) => {
      if (row.deletedAt) throw deletedSince();
      const fields = ownFields({ ...before, ...after });
      const unminded = unmindedOfPlace(after);
      const minded = fields.filter((field) => !unminded.includes(field));
      refuse(clashesIn(minded, { before, after, present: row }));
      return Object.fromEntries(fields.map((field) => [field, before[field] ?? null]));
    });
    return happened.map(({ subject, before, after }) => happens(type, subject, { before: after, after: before }));
  };

/** `takeAway` of leads. */
export const takeLeadsAway =
  (type: EventType): LeadsInverse =>
  async (transaction, context, happened) => {
    await changeLeads(transaction, context, happened, (row, { after }) => {
      refuseTakingAway(row, after, ownFields(after));
      return { deletedAt: context.now };
    });
    return happened.map(({ subject, after }) => happens(type, subject, { before: after }));
  };

/** `bringBack` of leads. */
export const bringLeadsBack =
  (type: EventType): LeadsInverse =>
  async (transaction, context, happened) => {
    await changeLeads(transaction, context, happened, (row) => {
      refuseBringingBack(row);
      return { deletedAt: null };
    });
    return happened.map(({ subject, before }) => happens(type, subject, { after: before }));
  };

const { parts } = recordOf({ type: "lead" });
const ownRow = parts.at(-1);

const ownFields = (state: State): string[] => Object.keys(state).filter((field) => ownRow?.has(field));

const keptElsewhere = (state: State): string[] =>
  Object.keys(state).filter((field) => parts.some((part) => part !== ownRow && part.has(field)));

/** Whether a state that names a stage says where in it, too; events of old do not. */
const isWholePlace = (state: State): boolean =>
  !("stageId" in state) || Boolean(state.pipelineId && state.position && state.stageChangedAt);

/** Writes what `columnsOf` answers of each lead, held in one order until the transaction ends. */
async function changeLeads(
  transaction: Transaction,
  context: Context,
  happened: readonly Happened[],
  columnsOf: (row: Row, happened: Happened) => State,
): Promise<void> {
  const { location, now } = context;
  const ids = happened.map(({ subject }) => subject.id);
  const found = await transaction
    .select()
    .from(opportunities)
    .where(and(eq(opportunities.locationId, location.id), inArray(opportunities.id, ids)))
    .orderBy(asc(opportunities.id))
    .for("update");
  const rows = new Map(found.map((row) => [row.id, row]));
  const changed = happened.map((each) => {
    const row = rows.get(each.subject.id);
    if (!row) throw gone();
    return { ...columnsOf(row, each), id: row.id, version: row.version + 1, updatedAt: now };
  });
  await updateRows(transaction, opportunities, location.id, changed);
}
