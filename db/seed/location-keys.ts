import { newSecret, secretHash, type TokenKind } from "@/lib/access/secrets";
import { newId } from "@/lib/kit/id";
import { integrationScopes } from "@/lib/locations/model";
import type { LocationKeys } from "./demo-keys";
import type { Rows } from "./rows";
import type { Setting } from "./setting";

/** Whose a key is: of a location, or of the whole company where that is null, and for one user or nobody. */
type Owner = { companyId: string; locationId: string | null; userId?: string };

/** Adds a key. Answers its secret, which is kept nowhere else. */
export function addKey(
  rows: Rows,
  kind: TokenKind,
  name: string,
  { companyId, locationId, userId }: Owner,
): { id: string; secret: string } {
  const secret = newSecret(kind);
  const id = newId();
  rows.tokens.push({
    id,
    companyId,
    locationId,
    userId: userId ?? null,
    kind,
    name,
    secretHash: secretHash(secret),
    secretHint: secret.slice(-4),
    scopes: kind === "private_integration" ? [...integrationScopes] : [],
  });
  return { id, secret };
}

/** Makes the keys that open a location through every API. `users` and `key` are what it has already. */
export function makeLocationKeys(
  { profile, companyId, locationId, user }: Setting,
  rows: Rows,
  { users, key }: Pick<LocationKeys, "users" | "key">,
): LocationKeys {
  const here = { companyId, locationId };
  // Reps who see the whole location, the second one asked first: it is whom the documents assign first.
  const [other, first = other] = profile.users.filter(({ role, visibility }) => role === "rep" && visibility === "all");
  if (!other || !first) throw new Error("The demo needs reps who see the whole location.");
  const secretOf = (rep: typeof first) =>
    addKey(rows, "user_token", `Token of ${rep.name}`, { ...here, userId: user(rep).id }).secret;
  return {
    company: companyId,
    location: locationId,
    users,
    key,
    leadsV1: {
      apikey: addKey(rows, "location_key", "Leads & CRM", here).secret,
      token: secretOf(first),
      otherToken: secretOf(other),
    },
    highlevel: {
      locationToken: addKey(rows, "private_integration", "Private integration", here).secret,
      agencyToken: addKey(rows, "private_integration", "Agency integration", { companyId, locationId: null }).secret,
    },
  };
}
