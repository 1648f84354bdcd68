import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import { SetupError } from "@/lib/kit/setup-error";
import { pagesOf, recordIn, type Zip } from "./zip";

const User = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  kind: z.enum(["team", "client"]),
  time_zone: z.string().nullable(),
  locale: z.string().nullable(),
});
type User = z.infer<typeof User>;

/** The ids that the users of a file have here, by those they had there. Who is not known by their email is made. */
export async function findUsers(transaction: Transaction, zip: Zip, companyId: string) {
  const ids: Record<string, string> = {};
  let made = 0;
  for await (const page of pagesOf(zip, "users.jsonl")) {
    for (const line of page) {
      const user = recordIn(User, "users.jsonl", line);
      const { rows } = await transaction.execute<{ id: string; company_id: string }>(
        sql`select id, company_id from users where email_normal = ${user.email.trim().toLowerCase()}`,
      );
      const [known] = rows;
      if (known && known.company_id !== companyId)
        throw new SetupError(
          `${user.email} belongs to another company of this installation. Read the file in elsewhere.`,
        );
      ids[user.id] = known?.id ?? (await addUser(transaction, companyId, user));
      if (!known) made += 1;
    }
  }
  return { ids, made, known: Object.keys(ids).length - made };
}

async function addUser(transaction: Transaction, companyId: string, user: User): Promise<string> {
  const { rows } = await transaction.execute<{ id: string }>(sql`
    insert into users (id, company_id, username, name, email, email_normal, phone, kind, time_zone, locale)
    values (case when exists (select from users where id = ${user.id}) then ${newId()} else ${user.id} end, ${companyId},
      case when exists (select from users where lower(username) = lower(${user.username})) then ${user.username} || '-' || lower(right(${user.id}, 6)) else ${user.username} end,
      ${user.name}, ${user.email}, ${user.email.trim().toLowerCase()}, ${user.phone}, ${user.kind}, ${user.time_zone}, ${user.locale})
    returning id`);
  const [row] = rows;
  if (!row) throw new Error("A user that was just made is not there.");
  return row.id;
}
