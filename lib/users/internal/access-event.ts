import { accessEvents } from "@/db/schema/companies";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";

/** What the company's audit log says of accounts and sessions. */
export type AccessEvent = {
  type:
    | "session.started"
    | "session.refused"
    | "session.ended"
    | "sessions.ended"
    | "password.reset_requested"
    | "password.set"
    | "second_factor.turned_on"
    | "second_factor.turned_off"
    | "second_factor.reset"
    | "second_factor.refused"
    | "second_factor.recovery_used"
    | "second_factor.codes_renewed"
    | "profile.changed"
    | "location.switched";
  companyId: string;
  userId: string;
  address?: string | null;
  details?: Record<string, unknown>;
};

/** Writes into the audit log of the company, in the transaction that made it true. */
export async function writeAccessEvent(transaction: Transaction, event: AccessEvent, now: Date): Promise<void> {
  await transaction.insert(accessEvents).values({ ...event, id: newId(), occurredAt: now });
}
