import { sql } from "drizzle-orm";
import type { Transaction } from "@/lib/data/transaction";
import { errorCode } from "@/lib/kit/setup-error";
import { type ExportedTable, readTables } from "@/lib/transfer/tables";
import { findUsers } from "./find-users";
import { damaged, type Manifest, pagesOf, type Zip } from "./zip";

/** What came in. `numbered`: the highest number of each table whose records have one. */
type Filled = { records: number; users: { known: number; made: number }; numbered: Map<string, bigint> };

type Place = {
  locationId: string;
  companyId: string;
  /** Told how many records are read so far; what it throws ends the reading. */
  onRecords: (records: number) => Promise<void>;
};

/** Beyond these no record has ever been counted: a file that says so would leave no numbers to others. */
const highestNumber = 1_000_000_000_000n;

/**
 * Puts the records of an export into an empty location, in place of what it began with.
 * @throws SetupError for a damaged file.
 */
export async function fillLocation(
  transaction: Transaction,
  zip: Zip,
  manifest: Manifest,
  { onRecords, ...place }: Place,
): Promise<Filled> {
  const tables = await readTables(transaction);
  await clear(transaction, tables, place.locationId);
  await takeSettings(transaction, zip, place.locationId);
  const { ids: users, ...people } = await findUsers(transaction, zip, place.companyId);
  const numbered = new Map<string, bigint>();
  let records = 0;
  for (const table of tables) {
    const told = manifest.tables.find(({ name }) => name === table.name);
    let read = 0;
    for await (const page of pagesOf(zip, `data/${table.name}.jsonl`)) {
      await insertPage(transaction, table, page, { ...place, users });
      read += page.length;
      await onRecords(records + read);
    }
    if (told && told.records !== read) throw damaged(`${table.name} has ${read} records of ${told.records}`);
    if (table.columns.includes("number") && read > 0)
      numbered.set(table.name, await highestOf(transaction, table.name, place.locationId));
    records += read;
  }
  return { records, users: people, numbered };
}

/** A new location has a pipeline and categories of its own: the file brings others. Whoever is a member stays one. */
async function clear(transaction: Transaction, tables: ExportedTable[], locationId: string): Promise<void> {
  for (const { name } of tables.toReversed()) {
    if (name !== "members")
      await transaction.execute(sql`delete from ${sql.identifier(name)} where location_id = ${locationId}`);
  }
}

async function takeSettings(transaction: Transaction, zip: Zip, locationId: string): Promise<void> {
  for await (const [line] of pagesOf(zip, "location.json")) {
    await fitting("location.json", () =>
      transaction.execute(sql`
        update locations l set name = given.name, time_zone = given.time_zone, currency = given.currency, country = given.country,
          allows_duplicate_contacts = given.allows_duplicate_contacts, contact_identifiers = given.contact_identifiers
        from jsonb_populate_record(null::locations, ${line}::jsonb) given where l.id = ${locationId}`),
    );
  }
}

type Here = { locationId: string; companyId: string; users: Record<string, string> };

async function insertPage(
  transaction: Transaction,
  { name, columns }: ExportedTable,
  lines: string[],
  { locationId, companyId, users }: Here,
): Promise<void> {
  const valueOf = (column: string) => {
    const value = sql`given.${sql.identifier(column)}`;
    if (column === "location_id") return sql`${locationId}`;
    if (column === "company_id") return sql`${companyId}`;
    if (column === "storage_key") return sql`${locationId} || '/' || ${value}`;
    return value;
  };
  const given = `[${lines.map((line) => withUsers(line, users)).join(",")}]`;
  const named = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  await fitting(name, () =>
    transaction.execute(sql`
      insert into ${sql.identifier(name)} (${named})
      select ${sql.join(columns.map(valueOf), sql`, `)}
      from jsonb_populate_recordset(null::${sql.identifier(name)}, ${given}::jsonb) given
      ${name === "members" ? sql`on conflict do nothing` : sql``}`),
  );
}

/** A record that names people by the ids that they have here, wherever it does: lists, saved filters and events do, too. */
const withUsers = (line: string, users: Record<string, string>): string =>
  line.replaceAll(/"([0-9A-Za-z]{20})"/g, (text, id: string) => (users[id] ? `"${users[id]}"` : text));

/** Runs a statement with records of the file. @throws SetupError for those that the database does not take. */
async function fitting(name: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    // Data of the wrong form, and data that breaks a rule.
    if (/^2[23]/.test(errorCode(cause) ?? "")) throw damaged(`${name} has a record that does not fit`, error);
    throw error;
  }
}

async function highestOf(transaction: Transaction, name: string, locationId: string): Promise<bigint> {
  const { rows } = await transaction.execute<{ highest: string | null }>(
    sql`select max(number)::text as highest from ${sql.identifier(name)} where location_id = ${locationId}`,
  );
  const highest = BigInt(rows[0]?.highest ?? "1");
  if (highest > highestNumber) throw damaged(`${name} has numbers that are too high`);
  return highest;
}
