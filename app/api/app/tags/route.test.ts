import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { runBulk } from "@/lib/bulk/run-bulk";
import { createContact } from "@/lib/contacts/create-contact";
import { change } from "@/lib/data/doors";
import type { TagsAnswer } from "@/lib/dialects/native/tags";
import { deleteLead } from "@/lib/leads/delete-lead";
import { getLead } from "@/lib/leads/get-lead";

let location: Location;
let call: ReturnType<typeof apiCaller>;
beforeEach(async () => {
  location = await aLocation();
  call = apiCaller(routeTable, (await aToken(location, { user: await aMember(location) })).secret);
});

const path = "/api/app/tags";
const list = async (query = ""): Promise<TagsAnswer> => (await call("GET", `${path}${query}`)).body;
const counts = async () => (await list()).tags.map(({ name, contacts }) => [name, contacts]);
const idOf = async (name: string) => (await list()).tags.find((tag) => tag.name === name)?.id ?? "";
const tagsOf = async ({ id }: { id: string }) => (await getLead(contextOf(location), { id })).contact.tags;
const undo = (bulk: { id: string }) => call("POST", `/api/app/bulk/${bulk.id}/undo`);

test("tags are listed by name with how many contacts have each, page by page, and searched", async () => {
  await aLead(location, { tags: ["VIP", "roof"] });
  await aLead(location, { tags: ["vip"] });
  const deleted = await aLead(location, { tags: ["roof"] });
  await deleteLead(contextOf(location), { lead: deleted });
  expect((await call("POST", path, { json: { name: "Unused" } })).status).toBe(201);
  expect((await call("POST", path, { json: { name: " uNused " } })).body.issues).toMatchObject([{ path: ["name"] }]);
  expect(await counts()).toEqual([
    ["roof", 2],
    ["Unused", 0],
    ["VIP", 2],
  ]);
  const first = await list("?limit=2");
  expect([first.tags.length, first.next]).toEqual([2, "Unused"]);
  expect(await list("?limit=2&after=Unused")).toMatchObject({
    tags: [{ name: "VIP", exact: true }],
    next: null,
  });
  expect((await list("?search=US")).tags.map(({ name }) => name)).toEqual(["Unused"]);
  expect((await call("GET", `${path}/${await idOf("VIP")}/usage`)).body).toEqual({ count: 2, exact: true });
});

test("a tag is renamed on every contact, whatever its case there, and that is undone as a whole", async () => {
  const lead = await aLead(location, { tags: ["a", "VIP", "b"] });
  const other = await aLead(location, { tags: ["vip"] });
  await createContact(contextOf(location), { firstName: "Ada", tags: ["vip"] });
  const { status, body } = await call("PATCH", `${path}/${await idOf("VIP")}`, { json: { name: "Important" } });
  expect([status, body.state, body.changed, body.total]).toEqual([200, "done", 3, 3]);
  expect([await tagsOf(lead), await tagsOf(other)]).toEqual([["a", "Important", "b"], ["Important"]]);
  expect(await counts()).toEqual([
    ["a", 1],
    ["b", 1],
    ["Important", 3],
  ]);
  const undone = (await undo(body)).body;
  expect([undone.state, undone.skipped]).toEqual(["done", 0]);
  expect([await tagsOf(lead), await tagsOf(other)]).toEqual([["a", "VIP", "b"], ["vip"]]);
  expect((await counts()).at(-1)).toEqual(["VIP", 3]);
  // A change of case alone is a new name of the same tag.
  expect((await call("PATCH", `${path}/${await idOf("VIP")}`, { json: { name: "Vip" } })).body.changed).toBe(3);
});

test("the name of another tag is refused until they are to become one, and they come apart again", async () => {
  const both = await aLead(location, { tags: ["hot", "warm"] });
  const one = await aLead(location, { tags: ["warm"] });
  const warm = `${path}/${await idOf("warm")}`;
  const refused = await call("PATCH", warm, { json: { name: "HOT" } });
  expect([refused.status, refused.body.code]).toEqual([409, "tag_taken"]);
  expect(await tagsOf(one)).toEqual(["warm"]);
  const { body } = await call("PATCH", warm, { json: { name: "HOT", merges: true } });
  expect([await tagsOf(both), await tagsOf(one)]).toEqual([["hot"], ["hot"]]);
  expect(await counts()).toEqual([["hot", 2]]);
  await undo(body);
  expect([await tagsOf(both), await tagsOf(one)]).toEqual([["hot", "warm"], ["warm"]]);
  expect(await counts()).toEqual([
    ["hot", 1],
    ["warm", 2],
  ]);
});

test("a tag of many contacts is deleted in batches by a job, and those changed since stay when that is undone", async () => {
  const lead = await aLead(location, { tags: ["old", "kept"] });
  const count = 450;
  await change(contextOf(location), async (transaction) => {
    await transaction.execute(sql`insert into contacts (location_id, id, name, tags)
      select location_id, left(id, 14) || lpad(n::text, 6, '0'), 'Many ' || n, array['old'] from contacts, generate_series(1, ${count}::int) n
      where id = ${lead.contact.id}`);
    return { result: null, unchanged: true };
  });
  const { body } = await call("DELETE", `${path}/${await idOf("old")}`);
  expect([body.state, body.total]).toEqual(["waiting", count + 1]);
  await runBulk(contextOf(location), body.id);
  expect([await tagsOf(lead), await counts()]).toEqual([["kept"], [["kept", 1]]]);
  await change(contextOf(location), async (transaction) => {
    await transaction.execute(sql`update contacts set tags = '{new}' where id = ${lead.contact.id}`);
    return { result: null, unchanged: true };
  });
  const undoing = (await undo(body)).body;
  await runBulk(contextOf(location), undoing.id);
  expect((await call("GET", `/api/app/bulk/${undoing.id}`)).body).toMatchObject({ state: "done", skipped: 1 });
  expect(await counts()).toContainEqual(["old", count]);
  expect(await tagsOf(lead)).toEqual(["new"]);
});

test("administrators alone change tags, each those of their own location", async () => {
  await aLead(location, { tags: ["vip"] });
  const tag = `${path}/${await idOf("vip")}`;
  const manager = await aToken(location, { user: await aMember(location, { role: "manager" }) });
  const elsewhere = await aLocation();
  const stranger = await aToken(elsewhere, { user: await aMember(elsewhere) });
  const tries = async (secret: string) => {
    const one = apiCaller(routeTable, secret);
    const answers = [
      await one("PATCH", tag, { json: { name: "x" } }),
      await one("DELETE", tag),
      await one("GET", `${tag}/usage`),
      await one("POST", path, { json: { name: "y" } }),
    ];
    return answers.map(({ status }) => status);
  };
  expect(await tries(manager.secret)).toEqual([403, 403, 403, 403]);
  expect(await tries(stranger.secret)).toEqual([404, 404, 404, 201]);
  expect(await counts()).toEqual([["vip", 1]]);
});
