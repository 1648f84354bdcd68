import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "@/db/schema/companies";
import { aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { contentOf } from "@/db/testing/zip-content";
import type { Location } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import { readLocation } from "./read-location";
import { leftOut, readTables } from "./tables";
import { writeLocation } from "./write-location";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-transfer-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Record<string, unknown>;
type Column = { name: string; type: string; is_required: boolean };
type Reference = { target: string; own: string[]; others: string[] };
type Shape = { name: string; columns: Column[]; refs: Reference[] };

const shapesOf = async (transaction: Transaction): Promise<Shape[]> => {
  const { rows } = await transaction.execute<Shape>(sql`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'is_required', a.attnotnull))
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '') as columns,
      coalesce((select json_agg(json_build_object('target', f.relname,
          'own', (select json_agg(a.attname order by part.place) from unnest(k.conkey) with ordinality as part (attnum, place) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.attnum),
          'others', (select json_agg(a.attname order by part.place) from unnest(k.confkey) with ordinality as part (attnum, place) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = part.attnum)))
        from pg_constraint k join pg_class f on f.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f'), '[]') as refs
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
  return rows;
};

/** What types do not say: a row is about one of two records, and times follow each other. */
const rules: Record<string, (row: Row) => Row> = {
  custom_values: ({ contact_id: _, ...row }) => row,
  checklist_items: ({ task_id: _, ...row }) => row,
  appointments: (row) => ({ ...row, starts_at: "2026-12-01T10:00:00.123456Z", ends_at: "2026-12-01T11:00:00Z" }),
};

let count = 0;

/** A value that is easily spoiled on its way: with quotes, lines, microseconds, and the person's id within. */
function valueOf(type: string, person: string): unknown {
  count += 1;
  const text = `${count} "quoted" \\ 'single', ;\tÜ😀\r\nlast line\u2028`;
  if (type === "character varying") return newId();
  if (type === "text[]") return [person, text, "", "a,b", "{}"];
  if (type === "jsonb" || type === "json") return { ownerId: person, of: [person, text, null, 1.5, true], "": {} };
  if (type === "boolean") return true;
  if (type === "date") return `1999-12-${10 + (count % 20)}`;
  if (type.startsWith("timestamp")) return `2026-03-29T02:30:00.${100_000 + (count % 800_000)}Z`;
  if (type === "smallint" || type === "integer") return 1 + (count % 90);
  if (type === "bigint") return `900719925474${1000 + count}`;
  if (type === "numeric") return "12345678901234567890.0123456789";
  return text;
}

/** Fills every table of the export twice, where it can have two rows: with all that they can hold, and with what they must. */
async function fillEverything(transaction: Transaction, { id, companyId }: Location, person: string): Promise<void> {
  const shapes = new Map((await shapesOf(transaction)).map((shape) => [shape.name, shape]));
  const rowsOf = async (table: string): Promise<Row[]> => {
    const { rows } = await transaction.execute<{ row: Row }>(
      sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${table === "users" ? sql`id = ${person}` : table === "locations" ? sql`id = ${id}` : sql`location_id = ${id}`}`,
    );
    return rows.map(({ row }) => row);
  };
  for (const { name } of await readTables(transaction)) {
    const shape = shapes.get(name);
    if (!shape) throw new Error(`${name} is no table.`);
    for (const isWhole of name === "members" ? [] : [true, false]) {
      const given: Row = { location_id: id, id: newId() };
      const mustHave = (column: Column) => column.is_required || (name in rules && column.name === "opportunity_id");
      for (const column of shape.columns)
        if (!(column.name in given) && (isWhole || mustHave(column))) given[column.name] = valueOf(column.type, person);
      for (const { target, own, others } of shape.refs) {
        // What a row points at was filled before; at itself it points at the first one, or at nothing.
        const found = (await rowsOf(target)).at(-1);
        for (const [place, column] of own.entries()) {
          if (column === "location_id" || column === "company_id" || !(column in given)) continue;
          given[column] = found?.[others[place] ?? ""] ?? null;
        }
      }
      // A location has one default already.
      if ("is_default" in given) given.is_default = false;
      if ("company_id" in given) given.company_id = companyId;
      if ("storage_key" in given) given.storage_key = `${id}/${newId()}`;
      const row = rules[name]?.(given) ?? given;
      const columns = Object.keys(row).map((column) => sql.identifier(column));
      await transaction.execute(sql`
        insert into ${sql.identifier(name)} (${sql.join(columns, sql`, `)})
        select ${sql.join(columns, sql`, `)} from jsonb_populate_record(null::${sql.identifier(name)}, ${JSON.stringify(row)}::jsonb)
        on conflict do nothing`);
    }
  }
}

const isLine = (text: string) => text !== "";

test("every table of a location is written and read in, with everything that its records can hold", async () => {
  const source = await aLocation({ name: "Source", currency: "EUR" });
  const admin: Member = await aMember(source, { name: "Ada Admin" });
  await asSystem("test", (transaction) => fillEverything(transaction, source, admin.id));
  const context = contextOf(source, admin);
  const first = join(folder, "first.zip");
  const manifest = await writeLocation(context, first);
  expect(manifest.tables.filter(({ records }) => records === 0)).toEqual([]);

  // Somebody with that address is not known where the file is read in: all that names them must follow.
  const moved = { email: "moved@example.com", emailNormal: "moved@example.com" };
  await asSystem("test", (transaction) => transaction.update(users).set(moved).where(eq(users.id, admin.id)));
  const target = await aLocation({ companyId: source.companyId });
  expect((await readLocation(first, target.id)).users).toEqual({ known: 0, made: 1 });
  const second = join(folder, "second.zip");
  await writeLocation({ ...contextOf(target), now: context.now }, second);

  const [before, after] = [await contentOf(first), await contentOf(second)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  const person: unknown = JSON.parse(after.get("users.jsonl")?.toString() ?? "{}");
  const newPerson = String(Reflect.get(Object(person), "id"));
  expect(newPerson).not.toBe(admin.id);
  for (const { name } of manifest.tables) {
    const lines = (content: Map<string, Buffer>) =>
      content.get(`data/${name}.jsonl`)?.toString().split("\n").filter(isLine);
    const followed = lines(before)?.map((line) => line.replaceAll(admin.id, newPerson));
    expect(lines(after), name).toEqual(followed);
  }
});

test("what a location is itself comes along, but for whose it is and when it was made", async () => {
  const source = await aLocation({ name: "Source", timeZone: "Asia/Tokyo", currency: "JPY", country: "JP" });
  const own = new Set(["id", "company_id", "created_at", "updated_at"]);
  await asSystem("test", async (transaction) => {
    const locations = (await shapesOf(transaction)).find(({ name }) => name === "locations");
    const settings = locations?.columns.filter(({ name, type }) => !own.has(name) && type !== "text") ?? [];
    const changed = Object.fromEntries(settings.map(({ name, type }) => [name, valueOf(type, "nobody")]));
    const columns = settings.map(({ name }) => sql.identifier(name));
    await transaction.execute(sql`
      update locations set (${sql.join(columns, sql`, `)}) = (select ${sql.join(columns, sql`, `)} from jsonb_populate_record(null::locations, ${JSON.stringify(changed)}::jsonb))
      where id = ${source.id}`);
  });
  const path = join(folder, "settings.zip");
  await writeLocation(contextOf(source), path);
  const target = await aLocation();
  await readLocation(path, target.id);
  const settingsOf = async (id: string) => {
    const { rows } = await asSystem("test", (transaction) =>
      transaction.execute<{ row: Row }>(sql`select to_jsonb(l) as row from locations l where id = ${id}`),
    );
    return Object.fromEntries(Object.entries(rows[0]?.row ?? {}).filter(([name]) => !own.has(name)));
  };
  expect(await settingsOf(target.id)).toEqual(await settingsOf(source.id));
});

test("each table that belongs to a location is part of the export, or it is said why not", async () => {
  await aLocation();
  const { exported, all } = await asSystem("test", async (transaction) => ({
    exported: (await readTables(transaction)).map(({ name }) => name),
    all: (await shapesOf(transaction)).filter(({ columns }) => columns.some(({ name }) => name === "location_id")),
  }));
  const told = [...exported, ...Object.keys(leftOut)];
  // Of people, keys and companies: they only name a location.
  const elsewhere = new Set(["sessions", "tokens", "access_events"]);
  expect(
    all
      .map(({ name }) => name)
      .filter((name) => !elsewhere.has(name))
      .toSorted(),
  ).toEqual(told.toSorted());
});
