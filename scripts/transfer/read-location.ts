import type { Readable } from "node:stream";
import { buffer, text as readText } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { z } from "zod";
import { connect } from "@/db/connect";
import { asSystem } from "@/lib/data/doors";
import { directUrl } from "@/lib/data/pool";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import { SetupError } from "@/lib/kit/setup-error";
import { storage } from "@/lib/providers/storage/configured";
import { type ExportedTable, readTables } from "@/lib/transfer/tables";
import { exportVersion } from "@/lib/transfer/write-location";

const Manifest = z.object({
  format: z.literal("leadwright-location"),
  version: z.int(),
  tables: z.array(z.object({ name: z.string(), records: z.int() })),
  files: z.int(),
});
const User = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  kind: z.enum(["team", "client"]),
  time_zone: z.string().nullable(),
  locale: z.string().nullable(),
});

/** What was read in. */
export type ReadLocation = { records: number; files: number; users: { known: number; made: number } };

const pageSize = 1000;

/**
 * Reads the file of a location (docs/export-format.md) into a location that is still empty: ids and
 * numbers stay as they are. People are found by their email; those who are not known are made, without
 * a password. All of it is kept, or nothing.
 *
 * @throws SetupError for a file that is none, and for a location that does not exist or has leads.
 */
export async function readLocation(file: string, locationId: string): Promise<ReadLocation> {
  const zip = await openZip(file);
  try {
    const manifest = await readManifest(zip);
    const done = await asSystem("import location", (transaction) => fill(transaction, zip, manifest, locationId));
    await keepFiles(zip, locationId);
    await goOnNumbering(manifest.tables.map(({ name }) => name));
    return { ...done, files: manifest.files };
  } finally {
    zip.file.close();
  }
}

type Zip = { file: ZipFile; entries: Map<string, Entry> };
type Manifest = z.infer<typeof Manifest>;

async function openZip(path: string): Promise<Zip> {
  try {
    const file = await openPromise(path, { lazyEntries: true, autoClose: false });
    const entries = new Map<string, Entry>();
    for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry);
    return { file, entries };
  } catch (error) {
    throw new SetupError(`${path} is not the export of a location: it can not be read as a ZIP file.`, {
      cause: error,
    });
  }
}

async function readManifest(zip: Zip): Promise<Manifest> {
  const stream = await openEntry(zip, "manifest.json");
  const manifest = Manifest.safeParse(stream ? JSON.parse(await readText(stream)) : null);
  if (!manifest.success) throw new SetupError("This is not the export of a location: it has no manifest.");
  if (manifest.data.version > exportVersion)
    throw new SetupError("This export was made by a newer version of Leadwright. Update, and read it in then.");
  return manifest.data;
}

async function openEntry({ file, entries }: Zip, name: string): Promise<Readable | null> {
  const entry = entries.get(name);
  return entry ? file.openReadStreamPromise(entry) : null;
}

/** The lines of an entry, some at a time. */
async function* pagesOf(zip: Zip, name: string): AsyncGenerator<string[]> {
  const stream = await openEntry(zip, name);
  if (!stream) return;
  let page: string[] = [];
  for await (const line of linesOf(stream)) {
    if (line !== "") page.push(line);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Lines end with a line feed and nothing else: what `readline` takes for one too may stand in a text. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.setEncoding("utf8")) {
    const lines = (rest + String(text)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest;
}

async function fill(transaction: Transaction, zip: Zip, manifest: Manifest, locationId: string) {
  const companyId = await requireEmpty(transaction, locationId);
  const tables = await readTables(transaction);
  await clear(transaction, tables, locationId);
  await takeSettings(transaction, zip, locationId);
  const users = await findUsers(transaction, zip, companyId);
  let records = 0;
  for (const table of tables) {
    const told = manifest.tables.find(({ name }) => name === table.name);
    let read = 0;
    for await (const page of pagesOf(zip, `data/${table.name}.jsonl`)) {
      await insertPage(transaction, table, page, { locationId, companyId, users: users.ids });
      read += page.length;
    }
    if (told && told.records !== read)
      throw new SetupError(`The file is damaged: ${table.name} has ${read} records of ${told.records}.`);
    records += read;
  }
  return { records, users: { known: users.known, made: users.made } };
}

async function requireEmpty(transaction: Transaction, locationId: string): Promise<string> {
  const { rows } = await transaction.execute<{ company_id: string; is_used: boolean }>(sql`
    select company_id, exists (select from contacts c where c.location_id = l.id) or exists (select from opportunities o where o.location_id = l.id) as is_used
    from locations l where l.id = ${locationId}`);
  const [location] = rows;
  if (!location) throw new SetupError(`There is no location ${locationId}.`);
  if (location.is_used)
    throw new SetupError("This location has leads already. Read the file into one that is still empty.");
  return location.company_id;
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
    await transaction.execute(sql`
      update locations l set name = given.name, time_zone = given.time_zone, currency = given.currency, country = given.country,
        allows_duplicate_contacts = given.allows_duplicate_contacts, contact_identifiers = given.contact_identifiers
      from jsonb_populate_record(null::locations, ${line}::jsonb) given where l.id = ${locationId}`);
  }
}

/** The ids that the users of the file have here, by those they had there. */
async function findUsers(transaction: Transaction, zip: Zip, companyId: string) {
  const ids: Record<string, string> = {};
  let made = 0;
  for await (const page of pagesOf(zip, "users.jsonl")) {
    for (const line of page) {
      const user = User.parse(JSON.parse(line));
      const { rows } = await transaction.execute<{ id: string; company_id: string }>(
        sql`select id, company_id from users where email_normal = ${user.email.trim().toLowerCase()}`,
      );
      const [known] = rows;
      if (known && known.company_id !== companyId)
        throw new SetupError(
          `${user.email} belongs to another company of this installation. Read the file in elsewhere.`,
        );
      ids[user.id] = known?.id ?? (await addUser(transaction, companyId, user));
      if (!known) made += 1;
    }
  }
  return { ids, made, known: Object.keys(ids).length - made };
}

async function addUser(transaction: Transaction, companyId: string, user: z.infer<typeof User>): Promise<string> {
  const { rows } = await transaction.execute<{ id: string }>(sql`
    insert into users (id, company_id, username, name, email, email_normal, phone, kind, time_zone, locale)
    values (case when exists (select from users where id = ${user.id}) then ${newId()} else ${user.id} end, ${companyId},
      case when exists (select from users where lower(username) = lower(${user.username})) then ${user.username} || '-' || lower(right(${user.id}, 6)) else ${user.username} end,
      ${user.name}, ${user.email}, ${user.email.trim().toLowerCase()}, ${user.phone}, ${user.kind}, ${user.time_zone}, ${user.locale})
    returning id`);
  const [row] = rows;
  if (!row) throw new Error("A user that was just made is not there.");
  return row.id;
}

type Place = { locationId: string; companyId: string; users: Record<string, string> };

async function insertPage(
  transaction: Transaction,
  { name, columns }: ExportedTable,
  lines: string[],
  { locationId, companyId, users }: Place,
): Promise<void> {
  const valueOf = (column: string) => {
    const value = sql`given.${sql.identifier(column)}`;
    if (column === "location_id") return sql`${locationId}`;
    if (column === "company_id") return sql`${companyId}`;
    if (column === "storage_key") return sql`${locationId} || '/' || ${value}`;
    return value;
  };
  const given = `[${lines.map((line) => withUsers(line, users)).join(",")}]`;
  await transaction.execute(sql`
    insert into ${sql.identifier(name)} (${sql.join(
      columns.map((column) => sql.identifier(column)),
      sql`, `,
    )})
    select ${sql.join(columns.map(valueOf), sql`, `)}
    from jsonb_populate_recordset(null::${sql.identifier(name)}, ${given}::jsonb) given
    ${name === "members" ? sql`on conflict do nothing` : sql``}`);
}

/** A record that names people by the ids that they have here, wherever it does: lists, saved filters and events do, too. */
const withUsers = (line: string, users: Record<string, string>): string =>
  line.replaceAll(/"([0-9A-Za-z]{20})"/g, (text, id: string) => (users[id] ? `"${users[id]}"` : text));

async function keepFiles(zip: Zip, locationId: string): Promise<void> {
  const place = await storage();
  for (const [name, entry] of zip.entries) {
    if (!name.startsWith("files/")) continue;
    await place.put(
      `${locationId}/${name.slice(6)}`,
      new Blob([await buffer(await zip.file.openReadStreamPromise(entry))]),
    );
  }
}

/** New records get numbers beyond those that came. Sequences belong to the owner of the tables. */
async function goOnNumbering(names: string[]): Promise<void> {
  const client = await connect(directUrl(), "leadwright import");
  try {
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace = 'public'::regnamespace and a.attname = 'number' and a.attidentity <> '' and relname = any($1)",
      [names],
    );
    for (const { name } of rows) {
      const table = client.escapeIdentifier(name);
      await client.query("begin");
      await client.query("set local role leadwright_system");
      const { rows: tops } = await client.query<{ top: string | null }>(
        `select max(number)::text as top from ${table}`,
      );
      await client.query("commit");
      await client.query(
        "select setval(pg_get_serial_sequence($1, 'number'), greatest($2::bigint, nextval(pg_get_serial_sequence($1, 'number'))))",
        [name, tops[0]?.top ?? "1"],
      );
    }
  } finally {
    await client.end();
  }
}
