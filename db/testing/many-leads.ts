import { Client } from "pg";
import type { Location } from "@/lib/access/context";
import { testDatabase } from "./database";

/**
 * Fills a location with leads like a model, a minute apart. Number 1 is the oldest. One in 10 is won. One in 2 has
 * the word "common" in its name, one in 200 "sundry", one in 5000 "rare", one in 4000 "zq", the first 300 "early".
 */
export async function manyLeads({ id }: Location, modelId: string, many: number): Promise<void> {
  const client = new Client({ connectionString: await testDatabase() });
  await client.connect();
  // Past the triggers, which write down each stage that a lead was in.
  await client.query("set session_replication_role = replica");
  await client.query(
    `insert into opportunities (location_id, id, slug, contact_id, pipeline_id, stage_id, name, search_text, status, currency,
       category_id, position, created_at)
     select $1, 'o' || lpad(n::text, 19, '0'), 's' || n, model.contact_id, model.pipeline_id, model.stage_id, title, title,
       case when n % 10 = 0 then 'won' else 'open' end, model.currency, model.category_id, 'a' || n,
       timestamptz '2026-01-01' + n * interval '1 minute'
     from opportunities model, generate_series(1, $3::int) as n, lateral (select
       concat_ws(' ', 'deal', case when n % 2 = 0 then 'common' end, case when n % 200 = 0 then 'sundry' end,
         case when n % 5000 = 0 then 'rare' end, case when n % 4000 = 0 then 'zq' end, case when n <= 300 then 'early' end) as title) as titled
     where model.id = $2`,
    [id, modelId, many],
  );
  await client.query(
    `insert into lead_tallies (location_id, id, stage_id, status, category_id, archived, currency, leads, value_minor)
     select location_id, min(id), stage_id, status, category_id, false, currency, count(*), 0
     from opportunities where location_id = $1 and id <> $2 group by location_id, stage_id, status, category_id, currency`,
    [id, modelId],
  );
  await client.query("analyze opportunities");
  await client.end();
}
