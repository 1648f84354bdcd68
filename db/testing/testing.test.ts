import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { opportunities } from "@/db/schema/opportunities";
import { sessionOfCookie } from "@/lib/access/session-caller";
import { read } from "@/lib/data/doors";
import { databaseUrl } from "@/lib/data/pool";
import { testDatabase } from "./database";
import { aLead, aLocation, aMember, aToken, contextOf } from "./factories";
import { fingerprints } from "./fingerprint";
import { openSmallDemos } from "./small-demo";

test("a file has no database until it asks for one", async () => {
  expect(databaseUrl).toThrow("No database is set");
  expect(await testDatabase()).toBe(databaseUrl());
  expect(await testDatabase()).toBe(databaseUrl());
});

test("a location is ready to work, and its members and keys are known", async () => {
  const location = await aLocation();
  const rep = await aMember(location, { role: "rep", visibility: "own" });
  expect(rep).toMatchObject({ type: "user", role: "rep", visibility: "own" });
  expect((await aToken(location)).secret).toMatch(/^lwk_/);
  expect((await aToken(location, { user: rep })).secret).toMatch(/^lwu_/);
});

test("a suite sees its own location alone", async () => {
  const [mine, other] = [await aLocation(), await aLocation()];
  const lead = await aLead(mine, { name: "A deal" });
  const rowsIn = (location: typeof mine) =>
    read(contextOf(location), (transaction) =>
      transaction.select().from(opportunities).where(eq(opportunities.id, lead.id)),
    );
  expect(await rowsIn(mine)).toHaveLength(1);
  expect(await rowsIn(other)).toHaveLength(0);
});

test("small demos stand beside each other, each with people of its own", async () => {
  const demos = await openSmallDemos(await testDatabase());
  const [one, other] = [await demos.seed(3), await demos.seed(3)];
  expect(one.users.map(({ name, role }) => ({ name, role }))).toEqual(
    other.users.map(({ name, role }) => ({ name, role })),
  );
  expect(one.users.map(({ role }) => role)).toEqual(["admin", "manager", "rep", "rep"]);
  const [admin, rep] = [one.users[0]?.username ?? "", other.users[2]?.username ?? ""];
  expect(await sessionOfCookie(await one.signIn(admin))).toMatchObject({ companyId: one.company });
  await expect(one.signIn(rep)).rejects.toThrow("does not work here");
  await one.openBranch();
});

test("a fingerprint tells whose rows were written", async () => {
  const [mine, other] = [await aLocation(), await aLocation()];
  const prints = await fingerprints();
  const before = await prints.take(other.id);
  expect(await prints.take(other.id)).toEqual(before);
  await aLead(mine);
  const after = await prints.take(other.id);
  expect(after.ofLocation).toEqual(before.ofLocation);
  expect(after.all.opportunities).not.toBe(before.all.opportunities);
  await prints.close();
});
