import { expect, test } from "vitest";
import { aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import { Invalid, NotFound } from "@/lib/access/errors";
import { findToken } from "@/lib/access/identity";
import { createKey } from "./create-key";
import { listKeys } from "./list-keys";
import { revokeKey } from "./revoke-key";

test("a key opens its location until it is revoked, and its secret is not kept", async () => {
  const location = await aLocation();
  const admin = await aMember(location, { name: "Grace" });
  const context = contextOf(location, admin);
  const { id, secret } = await createKey(context, { name: "Website", speaksFor: "location", expiresInDays: null });
  expect(await findToken(secret)).toMatchObject({ id, locationId: location.id, userId: null, kind: "location_key" });
  const keys = await listKeys(context);
  expect(keys).toMatchObject([{ id, name: "Website", hint: secret.slice(-4), userName: null, expiresAt: null }]);
  expect(JSON.stringify(keys)).not.toContain(secret);
  await revokeKey(context, id);
  expect(await findToken(secret)).toBeNull();
  expect(await listKeys(context)).toEqual([]);
  await expect(revokeKey(context, id)).rejects.toThrow(NotFound);
});

test("a key of a person speaks for them, and ends on its day", async () => {
  const location = await aLocation();
  const admin = await aMember(location, { name: "Grace" });
  const now = new Date();
  const { secret } = await createKey(contextOf(location, admin, now), {
    name: "Script",
    speaksFor: "me",
    expiresInDays: 30,
  });
  expect(await findToken(secret)).toMatchObject({ userId: admin.id, kind: "user_token" });
  const [key] = await listKeys(contextOf(location, admin, now));
  expect(key).toMatchObject({ userName: "Grace", expiresAt: new Date(now.getTime() + 30 * 86_400_000) });
  const later = new Date(now.getTime() + 30 * 86_400_000);
  expect(await listKeys(contextOf(location, admin, later))).toEqual([]);
  const nobody = contextOf(location, { type: "key", id: "0".repeat(20), name: "key" });
  expect(() => createKey(nobody, { name: "x", speaksFor: "me", expiresInDays: null })).toThrow(Invalid);
});

test("keys of other locations are neither seen nor revoked", async () => {
  const [location, other] = [await aLocation(), await aLocation()];
  const foreign = await aToken(other);
  expect(await listKeys(contextOf(location))).toEqual([]);
  await expect(revokeKey(contextOf(location), foreign.id)).rejects.toThrow(NotFound);
  expect(await findToken(foreign.secret)).not.toBeNull();
});
