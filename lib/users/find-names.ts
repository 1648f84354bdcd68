import { inArray } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import type { ReadTransaction } from "@/lib/data/transaction";

/** The names of users by their ids. */
export async function findNames(transaction: ReadTransaction, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await transaction
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return new Map(found.map(({ id, name }) => [id, name]));
}
