import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { accessEvents, users } from "@/db/schema/companies";
import { aLocation, aMember } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { LimitReached } from "@/lib/access/errors";
import { asAccess, asSystem } from "@/lib/data/doors";
import { verifyPassword } from "./verify-password";

const password = "correct horse battery";
const now = new Date();
let location: Location;

beforeAll(async () => {
  location = await aLocation();
});

const attempt = (identifier: string, given = password, at = now, address: string | null = null) =>
  verifyPassword({ identifier, password: given, address, now: at });

test("a username or an email address, in any case, with its password is the user", async () => {
  const ada = await aMember(location, { username: "Ada", email: "Ada@Example.com", password });
  for (const identifier of ["Ada", "ada", " ADA ", "ada@example.com", "ADA@EXAMPLE.COM"]) {
    expect(await attempt(identifier)).toMatchObject({ userId: ada.id, companyId: location.companyId });
  }
});

test("a wrong password, an unknown name and somebody without a password are refused alike", async () => {
  const ben = await aMember(location, { username: "ben", password });
  await aMember(location, { username: "oidc-only", password: null });
  expect(await attempt("ben", "wrong")).toBeNull();
  expect(await attempt("nobody", password)).toBeNull();
  expect(await attempt("oidc-only", "")).toBeNull();
  expect(await attempt("oidc-only", "nobody has this password")).toBeNull();
  expect(await attempt("ben", "x".repeat(5000))).toBeNull();
  expect(await attempt("nul\0", password)).toBeNull();
  const refused = await asAccess((transaction) =>
    transaction.select().from(accessEvents).where(eq(accessEvents.userId, ben.id)),
  );
  expect(refused.map(({ type }) => type)).toEqual(["session.refused", "session.refused"]);
});

test("who was deactivated, or is a client of the portal, does not sign in here", async () => {
  const gone = await aMember(location, { username: "gone", password });
  const client = await aMember(location, { username: "client", password });
  await asSystem("test", async (transaction) => {
    await transaction.update(users).set({ deactivatedAt: now }).where(eq(users.id, gone.id));
    await transaction.update(users).set({ kind: "client" }).where(eq(users.id, client.id));
  });
  expect(await attempt("gone")).toBeNull();
  expect(await attempt("client")).toBeNull();
});

test("an account is tried ten times in a quarter of an hour, also all at once, and is free after it", async () => {
  await aMember(location, { username: "target", password });
  const outcomes = await Promise.allSettled(Array.from({ length: 15 }, () => attempt("target", "guess")));
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(5);
  await expect(attempt("Target")).rejects.toThrow(LimitReached);
  const later = new Date(now.getTime() + 15 * 60_000);
  expect(await attempt("target", password, later)).not.toBeNull();
});

test("signing in gives an account its tries back", async () => {
  await aMember(location, { username: "typist", password });
  for (let round = 0; round < 3; round++) {
    for (let miss = 0; miss < 8; miss++) expect(await attempt("typist", "typo")).toBeNull();
    expect(await attempt("typist")).not.toBeNull();
  }
});

test("an address is stopped whichever accounts it tries", async () => {
  const tries = Array.from({ length: 101 }, (_, number) => attempt(`someone-${number}`, "", now, "203.0.113.9"));
  const outcomes = await Promise.allSettled(tries);
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(await attempt("someone-else", "", now, "203.0.113.10")).toBeNull();
});
