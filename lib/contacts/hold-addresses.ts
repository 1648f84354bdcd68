import { sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import { prepared } from "@/lib/data/prepared";
import type { Transaction } from "@/lib/data/transaction";

/** The normal forms by which a person is known. */
export type Identity = { emailNormal?: string | null; phoneNormal?: string | null };

const inOrder = (one: string, other: string): number => (one < other ? -1 : 1);

/**
 * Lets nobody else make a contact of these addresses until the transaction ends. A query that leaves
 * after this one sees what others made meanwhile.
 */
export async function holdAddresses(transaction: Transaction, context: Context, identity: Identity): Promise<void> {
  const addresses = [identity.emailNormal, identity.phoneNormal].flatMap((address) => address ?? []);
  if (addresses.length === 0) return;
  // In one order for all, so that two do not wait for each other.
  const names = addresses.map((address) => `contact ${context.location.id} ${address}`).toSorted(inOrder);
  const query = prepared(transaction, "hold addresses", (connection) =>
    connection
      .select({ held: sql`pg_advisory_xact_lock(hashtextextended(name, 0))` })
      .from(sql`unnest(${sql.placeholder("names")}::text[]) as name`),
  );
  await query.execute({ names });
}
