import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/companies";
import { asAccess } from "@/lib/data/doors";

/** A browser that somebody is signed in with. */
export type OpenSession = {
  id: string;
  userAgent: string | null;
  address: string | null;
  createdAt: Date;
  lastSeenAt: Date;
};

/** The live sessions of a user, the one used last first. */
export function listSessions(userId: string, now: Date): Promise<OpenSession[]> {
  return asAccess((transaction) =>
    transaction
      .select({
        id: sessions.id,
        userAgent: sessions.userAgent,
        address: sessions.address,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
      })
      .from(sessions)
      .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
      .orderBy(desc(sessions.lastSeenAt))
      .limit(100),
  );
}
