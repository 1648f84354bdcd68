import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { directDoor } from "@/lib/http/direct-door";
import { runExport } from "./run-export";

let location: Location;
let secret: string;
beforeAll(async () => {
  location = await aLocation({ name: "Acme & Söhne" });
  await aLead(location);
  secret = (await aToken(location, { user: await aMember(location) })).secret;
});

test("an administrator asks for an export, a job writes it, and it is fetched", async () => {
  const call = apiCaller(routeTable, secret);
  const { status, body } = await call("POST", "/api/app/exports");
  expect([status, body.status, body.fileName]).toEqual([
    201,
    "waiting",
    expect.stringMatching(/^acme-sohne-\d{4}-\d{2}-\d{2}\.zip$/),
  ]);
  expect((await call("GET", `/api/app/exports/${body.id}/file`)).status).toBe(404);
  await runExport(contextOf(location), body.id, { isLast: false });
  const [done] = (await call("GET", "/api/app/exports")).body.exports;
  expect(done).toMatchObject({ id: body.id, status: "done", recordsDone: expect.any(Number) });

  const answer = await directDoor(routeTable)(
    new Request(`http://leadwright.test/api/app/exports/${body.id}/file`, {
      headers: { authorization: `Bearer ${secret}` },
    }),
  );
  const bytes = Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect([bytes.length, bytes.subarray(0, 2).toString()]).toEqual([done.sizeBytes, "PK"]);
  // Run again, as after a crash, it stays what it is.
  await runExport(contextOf(location), body.id, { isLast: false });
  expect((await call("GET", "/api/app/exports")).body.exports).toEqual([done]);
});

test("nobody else asks for it, sees it or fetches it", async () => {
  const { body } = await apiCaller(routeTable, secret)("POST", "/api/app/exports");
  const manager = (await aToken(location, { user: await aMember(location, { role: "manager" }) })).secret;
  const other = await aLocation();
  const stranger = (await aToken(other, { user: await aMember(other) })).secret;
  expect((await apiCaller(routeTable, manager)("GET", "/api/app/exports")).status).toBe(403);
  expect((await apiCaller(routeTable, manager)("GET", `/api/app/exports/${body.id}/file`)).status).toBe(403);
  expect((await apiCaller(routeTable, stranger)("GET", "/api/app/exports")).body.exports).toEqual([]);
  expect((await apiCaller(routeTable, stranger)("GET", `/api/app/exports/${body.id}/file`)).status).toBe(404);
});
