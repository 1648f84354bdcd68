import { expect, test } from "vitest";
import { aLocation, aMember, contextOf } from "@/db/testing/factories";
import { Forbidden, Invalid, NotFound } from "@/lib/access/errors";
import { findToken } from "@/lib/access/identity";
import { createIntegration } from "./create-integration";
import { listKeys } from "./list-keys";
import { revokeKey } from "./revoke-key";
import { rotateIntegration } from "./rotate-integration";

const scopes = ["contacts.readonly", "contacts.write"];

test("an integration has the scopes it was given, and only scopes that there are", async () => {
  const location = await aLocation();
  const context = contextOf(location, await aMember(location));
  const { id, secret } = await createIntegration(context, { name: "Sync", scopes, resource: "location" });
  expect(secret).toMatch(/^pit-/);
  expect(await findToken(secret)).toMatchObject({ id, kind: "private_integration", locationId: location.id, scopes });
  expect(await listKeys(context)).toMatchObject([{ id, name: "Sync", scopes, companyWide: false }]);
  const unknown = createIntegration(context, { name: "x", scopes: ["contacts.delete"], resource: "location" });
  await expect(unknown).rejects.toThrow(Invalid);
  await expect(createIntegration(context, { name: "x", scopes: [], resource: "location" })).rejects.toThrow(Invalid);
});

test("after a rotation both secrets work until the grace ends", async () => {
  const location = await aLocation();
  const now = new Date();
  const context = contextOf(location, await aMember(location), now);
  const before = await createIntegration(context, { name: "Sync", scopes, resource: "location" });
  const after = await rotateIntegration(context, { integrationId: before.id, graceHours: 24 });
  expect(after.previousExpiresAt).toEqual(new Date(now.getTime() + 86_400_000));
  expect(await findToken(before.secret)).toMatchObject({ id: before.id });
  expect(await findToken(after.secret)).toMatchObject({ id: after.id, name: "Sync", scopes });
  const last = await rotateIntegration(context, { integrationId: after.id, graceHours: 0 });
  expect(await findToken(after.secret)).toBeNull();
  expect(await findToken(last.secret)).not.toBeNull();
  const gone = rotateIntegration(context, { integrationId: after.id, graceHours: 0 });
  await expect(gone).rejects.toThrow(NotFound);
});

test("a token of the company is for who administers all of its locations", async () => {
  const location = await aLocation();
  const admin = await aMember(location);
  const context = contextOf(location, admin);
  const wide = await createIntegration(context, { name: "Agency", scopes, resource: "company" });
  expect(await findToken(wide.secret)).toMatchObject({ locationId: null, companyId: location.companyId });
  expect(await listKeys(context)).toMatchObject([{ id: wide.id, companyWide: true }]);
  await aLocation({ companyId: location.companyId });
  const refused = createIntegration(context, { name: "Agency", scopes, resource: "company" });
  await expect(refused).rejects.toThrow(Forbidden);
  await expect(revokeKey(context, wide.id)).rejects.toThrow(Forbidden);
  await expect(rotateIntegration(context, { integrationId: wide.id, graceHours: 1 })).rejects.toThrow(Forbidden);
  expect(await findToken(wide.secret)).not.toBeNull();
});
