import { eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import type { Issue } from "@/lib/access/errors";
import { read } from "@/lib/data/doors";
import { normalEmail } from "@/lib/kit/email";

/**
 * What createClient would refuse, as far as the company's own users tell (those of others can not be
 * seen, only met). For callers that found something wrong themselves, and tell everything at once.
 */
export async function checkClient(context: Context, { email }: { email: string | undefined }): Promise<Issue[]> {
  const emailNormal = email === undefined ? null : normalEmail(email);
  if (emailNormal === null) return [];
  const taken = await read(context, (transaction) => transaction.$count(users, eq(users.emailNormal, emailNormal)));
  return taken > 0 ? [{ path: ["email"], rule: "taken", message: "This email address is in use already." }] : [];
}
