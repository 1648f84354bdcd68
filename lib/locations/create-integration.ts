import { tokens } from "@/db/schema/companies";
import { type Context, userIdOf } from "@/lib/access/context";
import { Forbidden, Invalid } from "@/lib/access/errors";
import { administersCompany } from "@/lib/access/identity";
import { newSecret, secretHash } from "@/lib/access/secrets";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { integrationScopes } from "./model";

export type CreateIntegration = {
  name: string;
  /** What it may do: words of `integrationScopes`, at least one. */
  scopes: string[];
  /** Whether it opens this location, or every location of the company. */
  resource: "location" | "company";
};

/**
 * Makes the token of a private integration, for this location or for the whole company. Answers its id
 * and its secret, which can not be read again.
 * @throws Invalid for a scope that does not exist, or for none; Forbidden (rule `company_needed`) for a
 * company's token from somebody who does not administer all of its locations.
 */
export async function createIntegration(
  context: Context,
  { name, scopes, resource }: CreateIntegration,
): Promise<{ id: string; secret: string }> {
  const unknown = scopes.findIndex((scope) => !integrationScopes.includes(scope));
  if (unknown >= 0)
    throw new Invalid([{ path: ["scopes", unknown], rule: "unknown", message: "There is no such scope." }]);
  if (scopes.length === 0) throw Invalid.field("scopes", "required", "Choose at least one scope.");
  if (resource === "company") await requireCompany(context);
  const id = newId();
  const secret = newSecret("private_integration");
  const { location } = context;
  return change(context, async (transaction) => {
    await transaction.insert(tokens).values({
      id,
      companyId: location.companyId,
      locationId: resource === "company" ? null : location.id,
      userId: null,
      kind: "private_integration",
      name,
      secretHash: secretHash(secret),
      secretHint: secret.slice(-4),
      scopes: [...new Set(scopes)],
      createdByUserId: userIdOf(context),
    });
    const after = { name, kind: "private_integration", resource, scopes };
    return { result: { id, secret }, events: [{ type: "key.created", subject: { type: "key", id }, after }] };
  });
}

/** @throws Forbidden (rule `company_needed`) unless the caller is a user who administers every location of the company. */
export async function requireCompany(context: Context): Promise<void> {
  const userId = userIdOf(context);
  if (userId !== null && (await administersCompany(userId, context.location.companyId))) return;
  throw new Forbidden(
    "company_needed",
    "Only who administers every location of the company can do this. Make a token of this location instead.",
  );
}
