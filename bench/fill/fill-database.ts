import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { BenchedLocation } from "@/bench/benched-location";
import { migrate } from "@/db/migrate";
import { createRandom } from "@/db/seed/random";
import { dropIndexes } from "./indexes";
import { type FilledTable, filledColumns, sources, writeLeads } from "./lead-lines";
import { openLineFiles } from "./line-files";
import { makeLocations } from "./make-locations";
import { searchPart } from "./vocabulary";

/**
 * Fills a new, empty database with `leads` leads by COPY: without triggers and indexes, which are made
 * afterwards, as are the tallies that the triggers would have kept. Answers its large location.
 */
export async function fillDatabase(
  connectionString: string,
  leads: number,
  folder: string,
  tell: (step: string) => void,
): Promise<BenchedLocation> {
  await migrate(connectionString);
  const { locations, keys } = await makeLocations(connectionString);
  const client = new Client({ connectionString, application_name: "leadwright bench" });
  await client.connect();
  const files = join(folder, "lines");
  mkdirSync(files, { recursive: true });
  try {
    tell("writing lines");
    const lines = openLineFiles(files);
    writeLeads(locations, leads, Date.now(), lines.write);
    const paths = lines.close();
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'",
    );
    // What the table names are is written in this folder.
    const tables = Object.keys(filledColumns) as FilledTable[];
    const restoreIndexes = await dropIndexes(client, tables);
    for (const table of tables) {
      tell(`copying ${table}`);
      const columns = filledColumns[table].split(" ").join(", ");
      await client.query(`copy ${table} (${columns}) from '${paths(table)}'`);
    }
    await restoreIndexes(tell);
    tell("adding up tallies");
    await client.query(addUpTallies);
    await client.query(addUpDays);
    await client.query(addUpStandings);
    await client.query(noteConcerns);
    for (const table of tables) await client.query(passNumbers(table));
    tell("analysing");
    await client.query("vacuum analyze");
    await checkFilled(client, leads);
  } finally {
    await client.end();
    rmSync(files, { recursive: true, force: true });
  }
  const random = createRandom(1);
  const searches = Array.from({ length: 2000 }, () => searchPart(random));
  const [large] = locations;
  if (!large) throw new Error("There is no location.");
  return { ...keys, sources, searches };
}

/** As the trigger of the leads tallies them, and a job folds that: by the parts of all days, and by fewer of each day. */
const addUpTallies = `
  insert into lead_tallies (location_id, id, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor, tells_apart)
  select o.location_id, left(md5(random()::text || min(o.id) || coalesce(day::text, '')), 20), day, stage_id, status,
    case when day is null then category_id end as category, source, case when day is null then archived_at is not null end as archived,
    o.currency, count(*), coalesce(sum(value_minor), 0), 'both'
  from opportunities o join locations l on l.id = o.location_id,
    unnest(array[null, (o.created_at at time zone l.time_zone)::date]) as day
  where deleted_at is null
  group by 1, 3, 4, 5, 6, 7, 8, 9
  order by day`;

/** Of each day by stage alone, and by source alone. */
const addUpDays = `
  insert into lead_tallies (location_id, id, created_on, stage_id, status, source, currency, leads, value_minor, tells_apart)
  select location_id, left(md5(random()::text || min(id)), 20), created_on, stage_id, status, source, currency, sum(leads), sum(value_minor),
    case grouping(source) when 0 then 'source' else 'stage' end as tells_apart
  from lead_tallies where created_on is not null
  group by grouping sets ((location_id, created_on, stage_id, status, currency), (location_id, created_on, source, currency))
  order by tells_apart, created_on`;

/** The same of how long leads stand as they do: by source, by owner, and by neither. */
const addUpStandings = `
  insert into standing_tallies (location_id, id, since_on, stage_id, status, owner_id, source, currency, leads, value_minor, tells_apart)
  select o.location_id, left(md5(random()::text || min(o.id)), 20),
    (stands_since(status, stage_changed_at, status_changed_at) at time zone l.time_zone)::date as day, stage_id, status, owner_id, source,
    o.currency, count(*), coalesce(sum(value_minor), 0),
    case grouping(source, owner_id) when 1 then 'source' when 2 then 'owner' else 'neither' end as tells_apart
  from opportunities o join locations l on l.id = o.location_id
  where deleted_at is null
  group by o.location_id, day, stage_id, status, o.currency, grouping sets ((source), (owner_id), ())
  order by tells_apart, status, day`;

/** As triggers keep whom appointments concern. */
const noteConcerns = `
  insert into appointment_concerns (location_id, id, appointment_id, user_id, starts_at, is_host)
  select location_id, left(md5(random()::text || appointment_id || user_id), 20), appointment_id, user_id, starts_at, is_host
  from concerned_users order by location_id, user_id, starts_at`;

/** Rows made from now on get numbers past the copied ones. */
const passNumbers = (table: FilledTable): string =>
  filledColumns[table].split(" ").includes("number")
    ? `select setval(pg_get_serial_sequence('${table}', 'number'), (select max(number) from ${table}))`
    : "select 1";

/** @throws Error when what was copied is not what triggers would have made. */
async function checkFilled(client: Client, leads: number): Promise<void> {
  const { rows } = await client.query<{ leads: number; tallied: number; standing: number; differing: number }>(`
    select (select count(*)::int from opportunities) as leads,
      (select sum(leads)::int from lead_tallies where created_on is null) as tallied,
      (select sum(leads)::int from standing_tallies where tells_apart = 'source') as standing,
      (select count(*)::int from opportunities o join contacts c on c.location_id = o.location_id and c.id = o.contact_id
        where o.number <= 1000 and o.search_text <> lead_search_text(o.name, c)) as differing`);
  const [found] = rows;
  if (found?.leads !== leads || found.tallied !== leads || found.standing !== leads || found.differing !== 0) {
    throw new Error(`The database is not filled as the app would have: ${JSON.stringify(found)}.`);
  }
}
