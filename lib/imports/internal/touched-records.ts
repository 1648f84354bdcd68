import { and, eq, sql } from "drizzle-orm";
import { importRows } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";

/** How an import left a record: its version, when the import was last at it, and whether it made it. */
export type Touch = { version: number; lastAt: Date; made: boolean };

/** What an import did to contacts and their leads, by their ids. */
export type Touched = { contacts: Map<string, Touch>; leads: Map<string, Touch> };

/** How an import left these contacts and their leads, by all of its rows that are about them. */
export async function readTouched(
  transaction: ReadTransaction,
  { location }: Context,
  importId: string,
  contactIds: string[],
): Promise<Touched> {
  const touched: Touched = { contacts: new Map(), leads: new Map() };
  if (contactIds.length === 0) return touched;
  const rows = await transaction
    .select({
      contactId: importRows.contactId,
      opportunityId: importRows.opportunityId,
      madeContact: importRows.madeContact,
      madeLead: importRows.madeLead,
      contactVersion: importRows.contactVersion,
      leadVersion: importRows.leadVersion,
      createdAt: importRows.createdAt,
    })
    .from(importRows)
    .where(
      and(
        eq(importRows.locationId, location.id),
        eq(importRows.importId, importId),
        sql`${importRows.contactId} = any(${sql.param(contactIds)}::varchar[])`,
      ),
    );
  for (const { contactId, opportunityId, madeContact, madeLead, contactVersion, leadVersion, createdAt } of rows) {
    if (contactId)
      add(touched.contacts, contactId, { version: contactVersion ?? 0, lastAt: createdAt, made: madeContact });
    if (opportunityId)
      add(touched.leads, opportunityId, { version: leadVersion ?? 0, lastAt: createdAt, made: madeLead });
  }
  return touched;
}

function add(touches: Map<string, Touch>, id: string, touch: Touch): void {
  const known = touches.get(id);
  touches.set(id, {
    version: Math.max(touch.version, known?.version ?? 0),
    lastAt: known && known.lastAt > touch.lastAt ? known.lastAt : touch.lastAt,
    made: touch.made || known?.made === true,
  });
}
