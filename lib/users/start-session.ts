import { and, eq, isNotNull } from "drizzle-orm";
import { sessions, users } from "@/db/schema/companies";
import { asAccess } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { writeAccessEvent } from "./internal/access-event";

/** How long a browser stays signed in. */
export const sessionDays = 30;

export type StartSession = {
  userId: string;
  companyId: string;
  userAgent: string | null;
  address: string | null;
  now: Date;
};

/** Signs a browser in. Answers the session's id, which its cookie carries sealed. */
export function startSession({ userId, companyId, userAgent, address, now }: StartSession): Promise<string> {
  const id = newId();
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000);
  return asAccess(async (transaction) => {
    await transaction.insert(sessions).values({
      id,
      companyId,
      userId,
      userAgent: userAgent?.slice(0, 500),
      address,
      expiresAt,
      lastSeenAt: now,
      createdAt: now,
    });
    // Who was invited may come in by single sign-on, without choosing a password.
    await transaction
      .update(users)
      .set({ invitedUntil: null, updatedAt: now })
      .where(and(eq(users.id, userId), isNotNull(users.invitedUntil)));
    await writeAccessEvent(
      transaction,
      { type: "session.started", companyId, userId, address, details: { sessionId: id } },
      now,
    );
    return id;
  });
}
