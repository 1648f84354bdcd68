import { and, eq, isNull } from "drizzle-orm";
import { quotes } from "@/db/schema/activity";
import { sessions, users } from "@/db/schema/companies";
import { clients } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";

/**
 * Takes a client away again with its portal login, as if it had never been one: its address is free for
 * another login, and links that were mailed to it lead nowhere.
 * @throws Conflict (rule `in_use`) when something was built on it: what, it says.
 */
export function removeClient(context: Context, clientId: string): Promise<void> {
  return change(context, async (transaction) => {
    const locationId = context.location.id;
    const isClient = and(eq(clients.locationId, locationId), eq(clients.id, clientId));
    const [client] = await transaction.select().from(clients).where(isClient).for("update");
    if (!client) throw new Conflict("gone", "This can not be undone any more: the client is not there.");
    const { number, portalUserId, contactId, businessId, invoiceDueDays } = client;
    const email = await requireUnused(transaction, locationId, clientId, portalUserId);
    await transaction.delete(clients).where(isClient);
    await transaction.delete(users).where(eq(users.id, portalUserId));
    return {
      result: undefined,
      events: [
        {
          type: "client.deleted",
          subject: { type: "client", id: clientId },
          contactId,
          before: { number, email, businessId, invoiceDueDays },
        },
      ],
    };
  });
}

/** The address of a login that nobody has used, of a client that nothing belongs to. */
async function requireUnused(
  transaction: Transaction,
  locationId: string,
  clientId: string,
  portalUserId: string,
): Promise<string | undefined> {
  // Held, so that no password is chosen meanwhile.
  const [login] = await transaction.select().from(users).where(eq(users.id, portalUserId)).for("update");
  if (login?.passwordHash) throw inUse("the client has chosen a password");
  const isSignedIn = and(eq(sessions.userId, portalUserId), isNull(sessions.revokedAt));
  if ((await transaction.$count(sessions, isSignedIn)) > 0) throw inUse("the client has signed in");
  const ofClient = and(eq(quotes.locationId, locationId), eq(quotes.clientId, clientId));
  if ((await transaction.$count(quotes, ofClient)) > 0) throw inUse("the client has got quotes of its own");
  const leadOf = and(eq(opportunities.locationId, locationId), eq(opportunities.clientId, clientId));
  if ((await transaction.$count(opportunities, leadOf)) > 0) throw inUse("another lead belongs to the client");
  return login?.email;
}

const inUse = (what: string) => new Conflict("in_use", `This can not be undone: ${what} by now.`);
