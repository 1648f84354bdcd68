import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { newId } from "@/lib/kit/id";
import { getLead } from "@/lib/leads/get-lead";

let location: Location;
let call: ReturnType<typeof apiCaller>;

beforeAll(async () => {
  location = await aLocation();
  call = apiCaller(routeTable, (await aToken(location, { user: await aMember(location) })).secret);
});

const file = () => {
  const body = new FormData();
  body.append("file", new File(["words"], "words.txt"));
  return { body };
};

describe("POST /api/app/undo", () => {
  test("200: what a write says it did is undone, and that too", async () => {
    const lead = await aLead(location);
    const added = await call("POST", `/api/app/leads/${lead.id}/files`, file());
    const named = added.headers.get("leadwright-events") ?? "";
    expect(named).toMatch(/^[0-9A-Za-z]{20}$/);
    const files = async () => (await call("GET", `/api/app/leads/${lead.id}/files`)).body.files.length;
    const undone = await call("POST", "/api/app/undo", { json: { events: [named] } });
    expect(undone).toMatchObject({ status: 200, body: { count: 1, leadIds: [lead.id] } });
    expect(await files()).toBe(0);
    const again = undone.headers.get("leadwright-events") ?? "";
    expect(await call("POST", "/api/app/undo", { json: { events: [again] } })).toMatchObject({ status: 200 });
    expect(await files()).toBe(1);
    expect(await getLead(contextOf(location), lead)).toMatchObject({ id: lead.id });
  });

  test("reads and refusals name no events", async () => {
    const lead = await aLead(location);
    expect((await call("GET", `/api/app/leads/${lead.id}`)).headers.has("leadwright-events")).toBe(false);
    const refused = await call("DELETE", `/api/app/leads/${lead.id}/files/${newId()}`);
    expect(refused).toMatchObject({ status: 404 });
    expect(refused.headers.has("leadwright-events")).toBe(false);
  });

  test("409 with what changed since; 404 for an event nobody has; 422 for nothing to undo", async () => {
    const lead = await aLead(location);
    const added = await call("POST", `/api/app/leads/${lead.id}/files`, file());
    await call("DELETE", `/api/app/leads/${lead.id}/files/${added.body.id}`);
    const events = [added.headers.get("leadwright-events")];
    expect(await call("POST", "/api/app/undo", { json: { events } })).toMatchObject({
      status: 409,
      body: { code: "deleted_since" },
    });
    expect(await call("POST", "/api/app/undo", { json: { events: [newId()] } })).toMatchObject({ status: 404 });
    expect(await call("POST", "/api/app/undo", { json: { events: [] } })).toMatchObject({ status: 422 });
  });
});
