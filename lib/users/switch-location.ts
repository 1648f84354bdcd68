import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/companies";
import { NotFound } from "@/lib/access/errors";
import { findMember, forgetCallers } from "@/lib/access/identity";
import { asAccess } from "@/lib/data/doors";
import { writeAccessEvent } from "./internal/access-event";

/** Makes a location the one a session is in. @throws NotFound when the user is no member of it, or the session ended. */
export async function switchLocation({
  userId,
  sessionId,
  locationId,
  now,
}: {
  userId: string;
  sessionId: string;
  locationId: string;
  now: Date;
}): Promise<void> {
  if (!(await findMember(userId, locationId))) throw new NotFound("location");
  await asAccess(async (transaction) => {
    const [session] = await transaction
      .update(sessions)
      .set({ locationId, updatedAt: now })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
      .returning({ companyId: sessions.companyId });
    if (!session) throw new NotFound("session");
    await writeAccessEvent(
      transaction,
      { type: "location.switched", companyId: session.companyId, userId, details: { locationId } },
      now,
    );
  });
  forgetCallers();
}
