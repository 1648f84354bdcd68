import { sql } from "drizzle-orm";
import type { ReadTransaction } from "@/lib/data/transaction";

/** Whether a location has no contact and no lead, be it in the bin. */
export async function isEmptyLocation(transaction: ReadTransaction, locationId: string): Promise<boolean> {
  const { rows } = await transaction.execute<{ is_empty: boolean }>(sql`
    select not exists (select from contacts where location_id = ${locationId})
      and not exists (select from opportunities where location_id = ${locationId}) as is_empty`);
  return rows[0]?.is_empty === true;
}
