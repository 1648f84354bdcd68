import { and, eq, isNull, ne } from "drizzle-orm";
import { sessions } from "@/db/schema/companies";
import { NotFound } from "@/lib/access/errors";
import { forgetCallers } from "@/lib/access/identity";
import { asAccess } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { writeAccessEvent } from "./internal/access-event";

/** Ends a session at once, in every process. @throws NotFound when the user has no such live session. */
export async function endSession({
  userId,
  sessionId,
  now,
}: {
  userId: string;
  sessionId: string;
  now: Date;
}): Promise<void> {
  await asAccess(async (transaction) => {
    const [ended] = await transaction
      .update(sessions)
      .set({ revokedAt: now, updatedAt: now })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
      .returning({ companyId: sessions.companyId });
    if (!ended) throw new NotFound("session");
    await writeAccessEvent(
      transaction,
      { type: "session.ended", companyId: ended.companyId, userId, details: { sessionId } },
      now,
    );
  });
  forgetCallers();
}

/** Ends all sessions of a user; `sessionId` goes on where `keepThis` says so. Answers how many it ended. */
export async function endAllSessions(input: {
  userId: string;
  sessionId: string;
  keepThis: boolean;
  now: Date;
}): Promise<number> {
  const { userId, now } = input;
  const kept = input.keepThis ? input.sessionId : undefined;
  const ended = await asAccess((transaction) => revokeSessions(transaction, userId, now, kept));
  forgetCallers();
  return ended;
}

/** Ends the sessions of a user within a transaction; the caller forgets callers after it. */
export async function revokeSessions(
  transaction: Transaction,
  userId: string,
  now: Date,
  except?: string,
): Promise<number> {
  const ended = await transaction
    .update(sessions)
    .set({ revokedAt: now, updatedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), except ? ne(sessions.id, except) : undefined))
    .returning({ companyId: sessions.companyId });
  const companyId = ended[0]?.companyId;
  if (companyId)
    await writeAccessEvent(
      transaction,
      { type: "sessions.ended", companyId, userId, details: { count: ended.length } },
      now,
    );
  return ended.length;
}
