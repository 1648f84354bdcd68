import { connect } from "@/db/connect";
import { directUrl } from "@/lib/data/pool";

/** New records of these tables get numbers beyond those that came. Sequences belong to the owner of the tables. */
export async function goOnNumbering(numbered: ReadonlyMap<string, bigint>): Promise<void> {
  if (numbered.size === 0) return;
  const client = await connect(directUrl(), "leadwright import");
  try {
    for (const [name, highest] of numbered)
      await client.query(
        "select setval(pg_get_serial_sequence($1, 'number'), greatest($2::bigint, nextval(pg_get_serial_sequence($1, 'number'))))",
        [name, String(highest)],
      );
  } finally {
    await client.end();
  }
}
