import { and, eq, gt, isNull, or } from "drizzle-orm";
import { tokens } from "@/db/schema/companies";
import { type Context, userIdOf } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { forgetCallers } from "@/lib/access/identity";
import { newSecret, secretHash } from "@/lib/access/secrets";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { requireCompany } from "./create-integration";

export type RotateIntegration = {
  integrationId: string;
  /** How long the secret of today goes on working. */
  graceHours: number;
};

/** The successor of a token: its id, its secret, and when the one before stops working. */
export type Rotated = { id: string; secret: string; previousExpiresAt: Date };

/**
 * Gives an integration a new secret: a successor of the same name and scopes, beside which the one of
 * today works for as long as is said.
 * @throws NotFound when there is no such integration in force; Forbidden (rule `company_needed`) for a
 * company's from somebody who does not administer all of its locations.
 */
export async function rotateIntegration(
  context: Context,
  { integrationId, graceHours }: RotateIntegration,
): Promise<Rotated> {
  const { location, now } = context;
  const secret = newSecret("private_integration");
  const id = newId();
  const end = new Date(now.getTime() + graceHours * 3_600_000);
  const isIt = and(
    eq(tokens.companyId, location.companyId),
    or(eq(tokens.locationId, location.id), isNull(tokens.locationId)),
    eq(tokens.id, integrationId),
    eq(tokens.kind, "private_integration"),
    isNull(tokens.revokedAt),
    or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now)),
  );
  const rotated = await change(context, async (transaction) => {
    const [known] = await transaction.select().from(tokens).where(isIt).for("update");
    if (!known) throw new NotFound("integration");
    if (known.locationId === null) await requireCompany(context);
    const { companyId, locationId, kind, name, scopes } = known;
    const previousExpiresAt = known.expiresAt !== null && known.expiresAt < end ? known.expiresAt : end;
    await transaction.update(tokens).set({ expiresAt: previousExpiresAt, updatedAt: now }).where(isIt);
    await transaction.insert(tokens).values({
      id,
      companyId,
      locationId,
      kind,
      name,
      scopes,
      secretHash: secretHash(secret),
      secretHint: secret.slice(-4),
      createdByUserId: userIdOf(context),
    });
    const after = { name, successorId: id, previousExpiresAt };
    return {
      result: { id, secret, previousExpiresAt },
      events: [{ type: "key.rotated", subject: { type: "key", id: integrationId }, after }],
    };
  });
  forgetCallers();
  return rotated;
}
