import { and, eq, isNull } from "drizzle-orm";
import { tokens } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { forgetCallers } from "@/lib/access/identity";
import { change } from "@/lib/data/doors";

/** Revokes a key of the location, at once in every process. @throws NotFound when there is no such key in force. */
export async function revokeKey(context: Context, keyId: string): Promise<void> {
  const { id: locationId, companyId } = context.location;
  await change(context, async (transaction) => {
    const [revoked] = await transaction
      .update(tokens)
      .set({ revokedAt: context.now, updatedAt: context.now })
      .where(
        and(
          eq(tokens.companyId, companyId),
          eq(tokens.locationId, locationId),
          eq(tokens.id, keyId),
          isNull(tokens.revokedAt),
        ),
      )
      .returning({ name: tokens.name });
    if (!revoked) throw new NotFound("key");
    return {
      result: undefined,
      events: [{ type: "key.revoked", subject: { type: "key", id: keyId }, before: { name: revoked.name } }],
    };
  });
  forgetCallers();
}
