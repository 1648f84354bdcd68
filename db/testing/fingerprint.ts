import { Client } from "pg";
import { testDatabase } from "./database";

/** Tables that a refused request may write as well: who called when, how often, and who watches. */
const counters = ["tokens", "sessions", "rate_limits", "sign_in_attempts", "live_watchers"];

/** What the tables held, in a text per table that differs as soon as anything was written. */
export type Fingerprint = { all: Record<string, string>; ofLocation: Record<string, string> };

/**
 * Looks at all tables from outside, past row-level security: how many rows there are, and which
 * transaction wrote last; once in all, once for one location. Close it after use.
 */
export async function fingerprints(): Promise<{
  take: (locationId: string) => Promise<Fingerprint>;
  close: () => Promise<void>;
}> {
  const client = new Client({ connectionString: await testDatabase() });
  await client.connect();
  const { rows } = await client.query<{ name: string; tenant: boolean }>(
    `select relname as name, exists (select from pg_attribute where attrelid = c.oid and attname = 'location_id') as tenant
     from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1)`,
    [counters],
  );
  const state = (filter: string) =>
    `count(*) ${filter} || ' rows, last written by ' || coalesce(max(xmin::text::bigint) ${filter}, 0)`;
  const text = rows
    .map(
      ({ name, tenant }) =>
        `select '${name}' as name, ${state("")} as all, ${tenant ? state("filter (where location_id = $1)") : "null"} as own from ${name}`,
    )
    .join(" union all ");
  return {
    async take(locationId) {
      const answer = await client.query<{ name: string; all: string; own: string }>({
        name: "fingerprint",
        text,
        values: [locationId],
      });
      return {
        all: Object.fromEntries(answer.rows.map((row) => [row.name, row.all])),
        ofLocation: Object.fromEntries(answer.rows.map((row) => [row.name, row.own])),
      };
    },
    close: () => client.end(),
  };
}
