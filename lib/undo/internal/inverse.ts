import type { Context } from "@/lib/access/context";
import { type Clash, Conflict } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";
import type { EventType, NewEvent } from "@/lib/events/catalogue";
import { clashesIn, type Happened, happens, refuse, refuseBringingBack, refuseTakingAway } from "./happenings";
import { hasLivingLeads } from "./lead-parts";
import { bringLeadsBack, type LeadsInverse, putLeadsBack, takeLeadsAway } from "./many-leads";
import { columnsFrom, isSubject, lockRow } from "./parts";
import { recordOf } from "./records";

/** What taking something back comes to: what that is called in turn, and what a person has to know of it. */
export type TakenBack = { event?: NewEvent; remark?: string };

/** Takes back what happened, within the transaction that `context` carries. @throws Conflict when it can not be. */
export type Inverse = ((transaction: Transaction, context: Context, happened: Happened) => Promise<TakenBack>) & {
  /** The same for what happened to many leads, as one did. */
  ofLeads?: LeadsInverse;
};

/** Puts every field that was changed back to what it was. `type` is what the way back is called. */
export const putBack = (type: EventType): Inverse => {
  const inverse: Inverse = async (transaction, context, { subject, before, after }) => {
    const { table, parts } = recordOf(subject);
    // What a purged record was before is forgotten.
    await lockRow(transaction, context, table, subject);
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const concerned = parts
      .map((part) => ({ part, mine: fields.filter((field) => part.has(field)) }))
      .filter(({ mine }) => mine.length > 0);
    const clashes: Clash[] = [];
    for (const { part, mine } of concerned) {
      const present = await part.read(transaction, context, subject, mine, after);
      const unminded = part.unminded?.(after) ?? [];
      clashes.push(...clashesIn(mine, { before, after, present }).filter(({ field }) => !unminded.includes(field)));
    }
    refuse(clashes);
    for (const { part, mine } of concerned) {
      const values = Object.fromEntries(mine.map((field) => [field, before[field] ?? null]));
      await part.write(transaction, context, subject, values);
    }
    return { event: happens(type, subject, { before: after, after: before }) };
  };
  return Object.assign(inverse, { ofLeads: putLeadsBack(type) });
};

/** Deletes what was made or restored, unless it was changed since. */
export const takeAway = (type: EventType): Inverse => {
  const inverse: Inverse = async (transaction, context, { subject, after }) => {
    const { table, parts } = recordOf(subject);
    const row = await lockRow(transaction, context, table, subject);
    const own = parts.at(-1);
    const fields = Object.keys(after).filter((field) => own?.has(field));
    refuseTakingAway(row, after, fields);
    if (subject.type === "contact" && (await hasLivingLeads(transaction, context, subject.id)))
      throw new Conflict("in_use", "This can not be undone: the contact has leads of its own by now.");
    await transaction
      .update(table)
      .set({ ...columnsFrom(table, context, {}), deletedAt: context.now })
      .where(isSubject(table, context, subject));
    return { event: happens(type, subject, { before: after }) };
  };
  return Object.assign(inverse, { ofLeads: takeLeadsAway(type) });
};

/** Brings back what was deleted. */
export const bringBack = (type: EventType): Inverse => {
  const inverse: Inverse = async (transaction, context, { subject, before }) => {
    const { table } = recordOf(subject);
    const row = await lockRow(transaction, context, table, subject);
    refuseBringingBack(row);
    await transaction
      .update(table)
      .set({ ...columnsFrom(table, context, {}), deletedAt: null })
      .where(isSubject(table, context, subject));
    return { event: happens(type, subject, { after: before }) };
  };
  return Object.assign(inverse, { ofLeads: bringLeadsBack(type) });
};
