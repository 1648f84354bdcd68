import { sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { asAccess } from "@/lib/data/doors";

const longest = 40;

/** A username for the owner of an email address that nobody in the installation has now, such as `ada` or `ada2`. */
export async function freeUsername(email: string): Promise<string> {
  const wanted = (email.split("@", 1)[0] ?? "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]/g, "")
    .slice(0, longest);
  const base = wanted.length < 2 ? "member" : wanted;
  const name = sql<string>`lower(${users.username})`;
  const taken = await asAccess((transaction) =>
    transaction
      .select({ name })
      .from(users)
      .where(sql`starts_with(${name}, ${base})`),
  );
  const names = new Set(taken.map((user) => user.name));
  let free = base;
  for (let number = 2; names.has(free); number += 1) free = `${base}${number}`;
  return free;
}
