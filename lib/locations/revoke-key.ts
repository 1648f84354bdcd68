import { and, eq, isNull, or } from "drizzle-orm";
import { tokens } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { forgetCallers } from "@/lib/access/identity";
import { change } from "@/lib/data/doors";
import { requireCompany } from "./create-integration";

/**
 * Revokes a key of the location or of its company, at once in every process.
 * @throws NotFound when there is no such key in force; Forbidden (rule `company_needed`) for a company's
 * from somebody who does not administer all of its locations.
 */
export async function revokeKey(context: Context, keyId: string): Promise<void> {
  const { id: locationId, companyId } = context.location;
  await change(context, async (transaction) => {
    const [revoked] = await transaction
      .update(tokens)
      .set({ revokedAt: context.now, updatedAt: context.now })
      .where(
        and(
          eq(tokens.companyId, companyId),
          or(eq(tokens.locationId, locationId), and(isNull(tokens.locationId), eq(tokens.kind, "private_integration"))),
          eq(tokens.id, keyId),
          isNull(tokens.revokedAt),
        ),
      )
      .returning({ name: tokens.name, locationId: tokens.locationId });
    if (!revoked) throw new NotFound("key");
    if (revoked.locationId === null) await requireCompany(context);
    return {
      result: undefined,
      events: [{ type: "key.revoked", subject: { type: "key", id: keyId }, before: { name: revoked.name } }],
    };
  });
  forgetCallers();
}
