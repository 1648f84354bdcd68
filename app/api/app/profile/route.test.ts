import { TOTP, Secret } from "otpauth";
import { beforeEach, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { secondFactors } from "@/db/schema/companies";
import { apiCaller } from "@/db/testing/call-api";
import { aLocation, aMember, aSession, aToken, contextOf, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import { beginSecondFactor } from "@/lib/users/begin-second-factor";
import { confirmSecondFactor } from "@/lib/users/confirm-second-factor";
import { resetSecondFactor } from "@/lib/users/end-second-factor";
import { verifyPassword } from "@/lib/users/verify-password";
import { verifySecondFactor } from "@/lib/users/verify-second-factor";

const path = "/api/app/profile";
const password = "correct horse battery";
let location: Location;
let ada: Member;
let now: Date;
let call: Awaited<ReturnType<typeof browserOf>>;

/** A browser that a person is signed in with. */
async function browserOf(member: Member) {
  const { cookie } = await aSession(location, member, now);
  const send = apiCaller(routeTable, null);
  return (method: string, to: string, json?: unknown) =>
    send(method, to, { ...(json !== undefined && { json }), headers: { cookie } });
}

beforeEach(async () => {
  now = new Date();
  location = await aLocation();
  ada = await aMember(location, { name: "Ada", password });
  call = await browserOf(ada);
});

/** The code an authenticator app shows at the moment of the test, or some steps of 30 seconds from then. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() + steps * 30_000 });

async function turnedOn(): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await beginSecondFactor({ userId: ada.id, password, now });
  const recoveryCodes = await confirmSecondFactor({ userId: ada.id, code: codeOf(secret), now });
  return { secret, recoveryCodes };
}

const signIn = (code: string, at = now) => verifySecondFactor({ userId: ada.id, code, address: null, now: at });

test("a profile is read and changed, and what is no zone, language or name is refused", async () => {
  expect((await call("GET", path)).body).toMatchObject({
    name: "Ada",
    timeZone: null,
    locale: null,
    hasPassword: true,
  });
  const set = { name: "Ada L.", timeZone: "Asia/Tokyo", locale: "de-CH" };
  expect((await call("PATCH", path, set)).body).toMatchObject(set);
  expect((await call("PATCH", path, { timeZone: null })).body).toMatchObject({ timeZone: null, locale: "de-CH" });
  for (const wrong of [{ name: " " }, { timeZone: "Mars/Olympus" }, { locale: "no such" }, { locale: "xx-XX" }])
    expect((await call("PATCH", path, wrong)).status, JSON.stringify(wrong)).toBe(422);
  const key = apiCaller(routeTable, (await aToken(location)).secret);
  expect((await key("GET", path)).status).toBe(403);
});

test("moments are told in the zone of who asks: their own, else the location's", async () => {
  const zone = async () => (await call("GET", "/api/app/tasks")).body.timeZone;
  expect(await zone()).toBe(location.timeZone);
  await call("PATCH", path, { timeZone: "Asia/Tokyo" });
  expect(await zone()).toBe("Asia/Tokyo");
  expect((await call("GET", "/api/app/overview")).body.timeZone).toBe(location.timeZone);
});

test("a password is changed by who knows it, and other browsers are signed out", async () => {
  const other = await browserOf(ada);
  const newPassword = "another horse, another battery";
  const wrong = await call("PUT", `${path}/password`, { password: "not it", newPassword });
  expect([wrong.status, wrong.body.issues[0].path]).toEqual([422, ["password"]]);
  expect((await call("PUT", `${path}/password`, { password, newPassword: "short" })).status).toBe(422);
  expect((await other("GET", path)).status).toBe(200);
  expect((await call("PUT", `${path}/password`, { password, newPassword })).status).toBe(200);
  expect((await other("GET", path)).status).toBe(401);
  expect((await call("GET", path)).status).toBe(200);
  const verify = (given: string) => verifyPassword({ identifier: ada.username, password: given, address: null, now });
  expect(await verify(password)).toBeNull();
  expect(await verify(newPassword)).toMatchObject({ userId: ada.id });
});

test("an authenticator app is set up with the password and a code, and asked for from then on", async () => {
  expect(await signIn("")).toBe("none");
  expect((await call("POST", `${path}/second-factor`, { password: "not it" })).status).toBe(422);
  const begun = await call("POST", `${path}/second-factor`, { password });
  expect(begun.body.uri).toContain(`secret=${begun.body.secret}`);
  // Nobody is locked out by what they only began.
  expect(await signIn("")).toBe("none");
  expect((await call("POST", `${path}/second-factor/confirm`, { code: "000000" })).status).toBe(422);
  const confirmed = await call("POST", `${path}/second-factor/confirm`, { code: codeOf(begun.body.secret) });
  expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
  expect((await call("GET", `${path}/second-factor`)).body).toMatchObject({ recoveryCodesLeft: 10 });
  expect((await call("POST", `${path}/second-factor`, { password })).status).toBe(409);
  const kept = await asSystem("test", (transaction) => transaction.select().from(secondFactors));
  expect(JSON.stringify(kept)).not.toContain(begun.body.secret);
  expect(await signIn("")).toBe("missing");
  expect(await signIn("000000")).toBe("wrong");
});

test("a code is taken once, and none before it after it", async () => {
  const { secret } = await turnedOn();
  expect(await signIn(codeOf(secret))).toBe("wrong");
  expect(await signIn(codeOf(secret, -1))).toBe("wrong");
  const next = codeOf(secret, 1);
  const outcomes = await Promise.all([signIn(next), signIn(next)]);
  expect(outcomes.toSorted()).toEqual(["passed", "wrong"]);
});

test("a recovery code signs in once, however it is typed; new ones void the old", async () => {
  const { recoveryCodes } = await turnedOn();
  const [first = "", second = "", third = ""] = recoveryCodes;
  expect(await signIn(first.toUpperCase().replaceAll("-", " "))).toBe("passed");
  expect(await signIn(first)).toBe("wrong");
  expect((await call("GET", `${path}/second-factor`)).body).toMatchObject({ recoveryCodesLeft: 9 });
  const renewed = await call("POST", `${path}/second-factor/recovery-codes`, { password });
  expect(renewed.body.recoveryCodes).toHaveLength(10);
  expect(await signIn(second)).toBe("wrong");
  expect(await signIn(renewed.body.recoveryCodes[0])).toBe("passed");
  expect(renewed.body.recoveryCodes).not.toContain(third);
});

test("codes can not be guessed: after ten tries nobody is asked for a while", async () => {
  const { secret } = await turnedOn();
  for (let tries = 0; tries < 10; tries++) expect(await signIn("000000")).toBe("wrong");
  await expect(signIn(codeOf(secret, 1))).rejects.toMatchObject({ code: "limit" });
  const later = new Date(now.getTime() + 16 * 60_000);
  expect(await signIn(codeOf(secret, 32), later)).toBe("passed");
});

test("it is turned off with the password, and by an administrator for a member of theirs", async () => {
  await turnedOn();
  expect((await call("POST", `${path}/second-factor/end`, { password: "not it" })).status).toBe(422);
  expect(await signIn("")).toBe("missing");
  expect((await call("POST", `${path}/second-factor/end`, { password })).status).toBe(200);
  expect(await signIn("")).toBe("none");

  await turnedOn();
  const reset = `/api/app/members/${ada.id}/second-factor`;
  const rep = await browserOf(await aMember(location, { role: "rep" }));
  expect((await rep("DELETE", reset)).status).toBe(403);
  await expect(resetSecondFactor(contextOf(await aLocation()), ada.id)).rejects.toMatchObject({ code: "not_found" });
  expect(await signIn("")).toBe("missing");
  const admin = await browserOf(await aMember(location));
  const listed = await admin("GET", "/api/app/members");
  expect(listed.body.members).toContainEqual(expect.objectContaining({ userId: ada.id, hasSecondFactor: true }));
  expect((await admin("DELETE", reset)).status).toBe(200);
  expect(await signIn("")).toBe("none");
});

test("what somebody signs in with is changed in a signed-in browser alone", async () => {
  const token = apiCaller(routeTable, (await aToken(location, { user: ada })).secret);
  for (const [method, to, json] of [
    ["GET", "/second-factor", undefined],
    ["POST", "/second-factor", { password }],
    ["POST", "/second-factor/confirm", { code: "000000" }],
    ["POST", "/second-factor/end", { password }],
    ["POST", "/second-factor/recovery-codes", { password }],
    ["PUT", "/password", { password, newPassword: "another horse, another battery" }],
  ] as const)
    expect((await token(method, path + to, json === undefined ? {} : { json })).status, to).toBe(412);
});
