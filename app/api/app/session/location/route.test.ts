import { encode } from "next-auth/jwt";
import { beforeAll, expect, test } from "vitest";
import { GET as listLocations } from "@/app/api/app/locations/route";
import { aLocation, aMember, aSession } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { forgetCallers } from "@/lib/access/identity";
import { addMember } from "@/lib/users/create-user";
import { endSession } from "@/lib/users/end-session";
import { PUT } from "./route";

let berlin: Location;
let hamburg: Location;
let userId: string;
let sessionId: string;
let cookie: string;

beforeAll(async () => {
  berlin = await aLocation({ name: "Berlin" });
  hamburg = await aLocation({ name: "Hamburg", companyId: berlin.companyId });
  userId = (await aMember(berlin)).id;
  await addMember({ companyId: berlin.companyId, locationId: hamburg.id, userId, role: "rep" });
  ({ id: sessionId, cookie } = await aSession(berlin, { id: userId }));
  forgetCallers();
});

const route = { params: Promise.resolve({}) };

const switchTo = (locationId: string, headers: Record<string, string> = {}) =>
  PUT(
    new Request("http://crm.example/api/app/session/location", {
      method: "PUT",
      headers: { host: "crm.example", cookie, "content-type": "application/json", ...headers },
      body: JSON.stringify({ locationId }),
    }),
    route,
  );

async function current(): Promise<string | undefined> {
  const answer = await listLocations(
    new Request("http://crm.example/api/app/locations", { headers: { cookie } }),
    route,
  );
  const { locations } = (await answer.json()) as { locations: { name: string; current: boolean }[] };
  return locations.find((each) => each.current)?.name;
}

test("200: the session goes on in another location of the person", async () => {
  expect(await current()).toBe("Berlin");
  expect((await switchTo(hamburg.id)).status).toBe(200);
  expect(await current()).toBe("Hamburg");
});

test("403: another site can not switch it, though the browser sends the cookie along", async () => {
  expect((await switchTo(berlin.id, { origin: "https://evil.example" })).status).toBe(403);
  expect((await switchTo(berlin.id, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect(await current()).toBe("Hamburg");
});

test("404: a location of nobody's, or of others", async () => {
  const foreign = await aLocation();
  expect((await switchTo(foreign.id)).status).toBe(404);
  expect((await switchTo("0".repeat(20))).status).toBe(404);
});

test("422: what is no id", async () => {
  expect((await switchTo("x")).status).toBe(422);
});

test("401: a session that ended, and a cookie of another seal", async () => {
  const forged = await encode({ token: { sid: sessionId, sub: userId }, secret: "another secret altogether" });
  expect((await switchTo(berlin.id, { cookie: `next-auth.session-token=${forged}` })).status).toBe(401);
  await endSession({ userId, sessionId, now: new Date() });
  expect((await switchTo(berlin.id)).status).toBe(401);
});
