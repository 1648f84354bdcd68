import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { events } from "@/db/schema/activity";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { attachLeadFile } from "@/lib/leads/attach-lead-file";
import { getLead } from "@/lib/leads/get-lead";
import { runLocationImport } from "./run-location-import";
import { writeLocation } from "./write-location";

let folder: string;
let path: string;
let source: Location;
let lead: { id: string };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-location-imports-"));
  path = join(folder, "acme.zip");
  source = await aLocation({ name: "Acme" });
  lead = await aLead(source, { name: "The roof" }, await aMember(source));
  const file = new File(["The plan"], "plan.txt", { type: "text/plain" });
  await attachLeadFile(contextOf(source), { lead: { id: lead.id }, file });
  await writeLocation(contextOf(source), path);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An empty location of the same company, its administrator's way to the API, and its job. */
async function anEmptyLocation() {
  const location = await aLocation({ companyId: source.companyId, name: "New" });
  const call = apiCaller(routeTable, (await aToken(location, { user: await aMember(location) })).secret);
  return {
    location,
    call,
    upload: (body: Uint8Array<ArrayBuffer>) => call("POST", "/api/app/location-imports?fileName=acme.zip", { body }),
    list: async () => (await call("GET", "/api/app/location-imports")).body,
    run: (id: string, attempt = { isLast: false }) => runLocationImport(contextOf(location), id, attempt),
  };
}

const bytes = () => new Uint8Array(readFileSync(path));

test("an administrator of an empty location uploads an export, and a job reads all of it in once", async () => {
  const { location, call, upload, list, run } = await anEmptyLocation();
  expect(await list()).toMatchObject({ isEmpty: true, imports: [] });
  const { status, body } = await upload(bytes());
  expect([status, body.status, body.fileName]).toEqual([201, "waiting", "acme.zip"]);
  expect((await upload(bytes())).status).toBe(409);
  await run(body.id);
  const done = await list();
  expect(done).toMatchObject({
    isEmpty: false,
    imports: [{ status: "done", files: 1, usersKnown: 1, usersMade: 0, recordsDone: body.recordsTotal }],
  });
  expect((await getLead(contextOf(location), { id: lead.id })).name).toBe("The roof");
  const told = await read(contextOf(location), (transaction) =>
    transaction.select({ actor: events.actorType }).from(events).where(eq(events.type, "location.imported")),
  );
  expect(told).toEqual([{ actor: "user" }]);
  // Run again, as after a crash, it stays what it is; and no other comes after it.
  await run(body.id);
  expect((await list()).imports).toEqual(done.imports);
  expect((await upload(bytes())).body).toMatchObject({ status: 409, detail: expect.stringContaining("already") });
  expect((await call("GET", "/api/app/location-settings")).body.name).toBe("Acme");
});

test("garbage is refused before anything is kept, and a location with leads before the file is looked at", async () => {
  const { location, upload, list } = await anEmptyLocation();
  const { status, body } = await upload(new Uint8Array([80, 75, 3, 4, 0, 0]));
  expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining("ZIP")]);
  expect((await list()).imports).toEqual([]);
  await aLead(location);
  expect((await upload(new Uint8Array([1]))).status).toBe(409);
  expect((await list()).isEmpty).toBe(false);
});

test("a damaged file leaves the location as it was, and says what is wrong", async () => {
  const { location, call, upload, list, run } = await anEmptyLocation();
  const damagedFile = bytes();
  // Within the first entries; the list of entries at the end stays whole.
  damagedFile.fill(0, 80, 160);
  const { body } = await upload(damagedFile);
  await run(body.id);
  const { imports, isEmpty } = await list();
  expect([isEmpty, imports[0].status, imports[0].failure]).toEqual([
    true,
    "failed",
    expect.stringContaining("The file is damaged"),
  ]);
  expect((await call("GET", "/api/app/pipelines")).body.pipelines).toHaveLength(1);
  expect((await call("GET", "/api/app/location-settings")).body.name).toBe(location.name);
  expect((await upload(bytes())).status).toBe(201);
});

test("a worker that ends leaves nothing half done, and a later job reads the file in", async () => {
  const { upload, list, run, location } = await anEmptyLocation();
  const { body } = await upload(bytes());
  const ending = { isLast: false, signal: AbortSignal.abort() };
  await runLocationImport(contextOf(location), body.id, ending);
  expect(await list()).toMatchObject({ isEmpty: true, imports: [{ status: "running" }] });
  await run(body.id);
  expect(await list()).toMatchObject({ isEmpty: false, imports: [{ status: "done" }] });
});

test("nobody else reads a file in, or sees that one was", async () => {
  const { location, upload } = await anEmptyLocation();
  await upload(bytes());
  const manager = (await aToken(location, { user: await aMember(location, { role: "manager" }) })).secret;
  const stranger = await anEmptyLocation();
  const asManager = apiCaller(routeTable, manager);
  expect((await asManager("GET", "/api/app/location-imports")).status).toBe(403);
  expect((await asManager("POST", "/api/app/location-imports", { body: bytes() })).status).toBe(403);
  expect((await stranger.list()).imports).toEqual([]);
});
