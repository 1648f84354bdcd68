import { desc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { accessEvents } from "@/db/schema/companies";
import { aLocation, aMember, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { findSession, forgetCallers } from "@/lib/access/identity";
import { asAccess } from "@/lib/data/doors";
import { addMember } from "./create-user";
import { endAllSessions, endSession } from "./end-session";
import { listLocations } from "./list-locations";
import { listSessions } from "./list-sessions";
import { sessionDays, startSession } from "./start-session";
import { switchLocation } from "./switch-location";

const now = new Date();
let location: Location;
let user: Member;
let other: Member;

beforeAll(async () => {
  location = await aLocation({ name: "Berlin" });
  user = await aMember(location);
  other = await aMember(location);
});

const start = (userId = user.id) =>
  startSession({ userId, companyId: location.companyId, userAgent: "Test browser", address: "192.0.2.1", now });

const lastEvent = async (userId: string) =>
  (
    await asAccess((transaction) =>
      transaction
        .select()
        .from(accessEvents)
        .where(eq(accessEvents.userId, userId))
        .orderBy(desc(accessEvents.id))
        .limit(1),
    )
  )[0];

test("a session is live until it ends, and its end is known at once", async () => {
  const sessionId = await start();
  expect(await findSession(sessionId)).toMatchObject({ userId: user.id, companyId: location.companyId });
  expect(await listSessions(user.id, now)).toMatchObject([
    { id: sessionId, userAgent: "Test browser", address: "192.0.2.1" },
  ]);
  await endSession({ userId: user.id, sessionId, now });
  expect(await findSession(sessionId)).toBeNull();
  expect(await listSessions(user.id, now)).toEqual([]);
  expect(await lastEvent(user.id)).toMatchObject({ type: "session.ended", details: { sessionId } });
});

test("nobody ends a session of somebody else, or one that ended", async () => {
  const sessionId = await start();
  await expect(endSession({ userId: other.id, sessionId, now })).rejects.toThrow(NotFound);
  await endSession({ userId: user.id, sessionId, now });
  await expect(endSession({ userId: user.id, sessionId, now })).rejects.toThrow(NotFound);
});

test("everywhere means every session but the one that stays, and nobody else's", async () => {
  const [here, there, theirs] = [await start(), await start(), await start(other.id)];
  expect(await endAllSessions({ userId: user.id, sessionId: here, keepThis: true, now })).toBe(1);
  expect(await findSession(there)).toBeNull();
  expect(await findSession(here)).not.toBeNull();
  expect(await endAllSessions({ userId: user.id, sessionId: here, keepThis: false, now })).toBe(1);
  expect(await findSession(here)).toBeNull();
  expect(await findSession(theirs)).not.toBeNull();
  expect(await lastEvent(user.id)).toMatchObject({ type: "sessions.ended", details: { count: 1 } });
});

test("a session does not outlive its days", async () => {
  await start(other.id);
  const after = new Date(now.getTime() + sessionDays * 86_400_000);
  expect(await listSessions(other.id, after)).toEqual([]);
});

test("a session moves to another location of its user only", async () => {
  const hamburg = await aLocation({ companyId: location.companyId, name: "Hamburg" });
  const foreign = await aLocation({ name: "Elsewhere" });
  const sessionId = await start();
  const switchTo = (locationId: string) => switchLocation({ userId: user.id, sessionId, locationId, now });
  await expect(switchTo(hamburg.id)).rejects.toThrow(NotFound);
  await addMember({ companyId: location.companyId, locationId: hamburg.id, userId: user.id, role: "rep" });
  forgetCallers();
  await switchTo(hamburg.id);
  expect(await findSession(sessionId)).toMatchObject({ locationId: hamburg.id });
  await expect(switchTo(foreign.id)).rejects.toThrow(NotFound);
  expect((await listLocations(user.id)).map(({ name }) => name)).toEqual(["Berlin", "Hamburg"]);
});
