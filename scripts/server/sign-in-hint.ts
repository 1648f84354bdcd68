import { sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { readDemoKeys } from "@/db/seed/demo-keys";
import { asSystem } from "@/lib/data/doors";

/** What somebody who has just started Leadwright must know to sign in, one line of text each. */
export async function signInHint(): Promise<string[]> {
  const admin = readDemoKeys()?.users.find(({ role }) => role === "admin");
  if (admin) {
    return [
      `Sign in as ${admin.email} with the password ${admin.password}`,
      "All demo users and API keys: npm run -s demo:keys",
    ];
  }
  const found = await asSystem("sign-in hint", (transaction) =>
    transaction
      .select({ one: sql`1` })
      .from(users)
      .limit(1),
  );
  if (found.length > 0) return ["Sign in with your own user."];
  return [
    "There is no user yet. Create the first administrator:",
    "  npm run admin -- create-user --email you@example.com --name 'Your Name' --username you --role admin --company 'Your Company'",
  ];
}
