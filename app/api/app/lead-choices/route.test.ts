import { expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken } from "@/db/testing/factories";

test("GET /api/app/lead-choices tells who works here and what leads have, of this location alone", async () => {
  const [location, other] = [await aLocation(), await aLocation()];
  const [user, stranger] = [await aMember(location), await aMember(other)];
  await aLead(location, { source: "Trade fair" });
  await aLead(other, { source: "Radio" });
  const call = apiCaller(routeTable, (await aToken(location, { user })).secret);
  const { status, body } = await call("GET", "/api/app/lead-choices");
  expect(status).toBe(200);
  expect(body).toMatchObject({ currency: location.currency, me: user.id, sources: ["Trade fair"] });
  expect(body.users).toContainEqual(expect.objectContaining({ id: user.id }));
  expect(body.users).not.toContainEqual(expect.objectContaining({ id: stranger.id }));
});
