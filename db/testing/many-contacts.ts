import { Client } from "pg";
import type { Location } from "@/lib/access/context";
import { testDatabase } from "./database";

/**
 * Fills a location with contacts, a minute apart. Number 1 is the oldest. One in 2 is Ada, one in 200
 * Grace, one in 5000 Rare, the others Ben; one in 100 is a VIP; the last 300 are called Late. One in 3 lives
 * in one of seven towns, one in 5 is a customer, and of one in 4000 it is known when they were born, but no phone.
 */
export async function manyContacts({ id }: Location, many: number): Promise<void> {
  const client = new Client({ connectionString: await testDatabase() });
  await client.connect();
  // Past the triggers, which look for duplicates of each.
  await client.query("set session_replication_role = replica");
  await client.query(
    `insert into contacts (location_id, id, first_name, last_name, name, email, email_normal, phone, phone_normal, type, tags, city, date_of_birth, created_at, updated_at)
     select $1, 'c' || lpad(n::text, 19, '0'), first, last, first || ' ' || last, mail, mail, tel, tel,
       case when n % 5 = 0 then 'customer' else 'lead' end, case when n % 100 = 0 then array['vip'] else '{}'::text[] end, case when n % 3 = 0 then 'Town ' || n % 7 end,
       case when n % 4000 = 0 then date '1990-01-01' - n end, at, at
     from generate_series(1, $2::int) as n, lateral (select
       case when n % 5000 = 0 then 'Rare' when n % 200 = 0 then 'Grace' when n % 2 = 0 then 'Ada' else 'Ben' end as first,
       case when n > $2::int - 300 then 'Late' else 'Number' || n end as last, 'c' || n || '@example.com' as mail,
       case when n % 4000 > 0 then '+1212' || lpad(n::text, 7, '0') end as tel,
       timestamptz '2026-01-01' + n * interval '1 minute' as at) as made`,
    [id, many],
  );
  await client.query("analyze contacts");
  await client.end();
}
