import { getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  attachments,
  checklistItems,
  customFields,
  customValues,
  events,
  notes,
  quotes,
  tasks,
} from "@/db/schema/activity";
import { appointments, calendars } from "@/db/schema/calendars";
import { companies, locations, tokens, users } from "@/db/schema/companies";
import { businesses, clients, contacts, tags } from "@/db/schema/contacts";
import { members } from "@/db/schema/members";
import {
  campaignMembers,
  campaigns,
  leadCategories,
  lostReasons,
  opportunities,
  opportunityFollowers,
  pipelines,
  stages,
  workflows,
  stageVisits,
} from "@/db/schema/opportunities";
import type { Transaction } from "@/lib/data/transaction";
import type { EventType } from "@/lib/events/catalogue";
import { pastId } from "./past-id";

/** The tables that are seeded, in an order in which every row finds the ones it points at. */
const tables = {
  companies,
  locations,
  users,
  members,
  tokens,
  pipelines,
  stages,
  leadCategories,
  lostReasons,
  calendars,
  campaigns,
  workflows,
  customFields,
  tags,
  businesses,
  contacts,
  clients,
  opportunities,
  opportunityFollowers,
  stageVisits,
  campaignMembers,
  customValues,
  notes,
  tasks,
  checklistItems,
  quotes,
  appointments,
  attachments,
  events,
};

type Tables = typeof tables;

/** Rows to be inserted, by table. */
export type Rows = { [Name in keyof Tables]: Tables[Name]["$inferInsert"][] };

/** No rows yet. */
// Every table has its list.
export const noRows = (): Rows => Object.fromEntries(Object.keys(tables).map((name) => [name, []])) as unknown as Rows;

/** Who did something: a user, or the key that a form sends with. */
export type SeededActor = { type: "user" | "key"; id: string; name: string };

/** Something that happened at a moment of the past. */
export type PastEvent = {
  at: Date;
  actor: SeededActor;
  type: EventType;
  subject: { type: string; id: string };
  contactId?: string;
  opportunityId?: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** The rows of what happened, in the order it did. */
export function eventRows(locationId: string, happened: PastEvent[]): Rows["events"] {
  return happened
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, actor, subject, ...event }) => ({
      ...event,
      locationId,
      id: pastId(at),
      actorType: actor.type,
      actorId: actor.id,
      actorName: actor.name,
      subjectType: subject.type,
      subjectId: subject.id,
      occurredAt: at,
    }));
}

/** A statement takes at most 65,535 parameters. */
const rowsPerStatement = 500;

/** Inserts the rows, table after table. Rows without a number get the next ones after the largest given. */
export async function insertRows(transaction: Transaction, rows: Rows): Promise<void> {
  // A table and its rows belong together by name; the names are the same in both.
  for (const [name, table] of Object.entries(tables) as [keyof Tables, PgTable][]) {
    const list: Record<string, unknown>[] = rows[name];
    const largest = Math.max(0, ...list.map(({ number }) => (typeof number === "number" ? number : 0)));
    if (largest > 0) await drawNumbers(transaction, table, largest);
    for (let at = 0; at < list.length; at += rowsPerStatement) {
      await transaction.insert(table).values(list.slice(at, at + rowsPerStatement));
    }
  }
}

/** Moves the sequence of a table's numbers past `largest`: this role may draw from it, but not set it. */
async function drawNumbers(transaction: Transaction, table: PgTable, largest: number): Promise<void> {
  const sequence = sql`pg_get_serial_sequence(${getTableName(table)}, 'number')`;
  await transaction.execute(sql`
    with first as (select nextval(${sequence}) as drawn)
    select nextval(${sequence}) from first, generate_series(1, ${largest}::bigint - first.drawn)`);
}
