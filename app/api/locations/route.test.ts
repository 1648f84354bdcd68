import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLocation } from "@/db/testing/factories";
import { aHighLevelApi } from "@/db/testing/highlevel";
import { createToken } from "@/lib/access/create-token";
import { integrationScopes } from "@/lib/locations/model";

let api: Awaited<ReturnType<typeof aHighLevelApi>>;
let locationId: string;

beforeAll(async () => {
  api = await aHighLevelApi(routeTable, { name: "Brightacre", timeZone: "Europe/Berlin" });
  locationId = api.location.id;
});

const search = async (call: typeof api.call, query = "") => {
  const { status, body } = await call("GET", `/api/locations/search?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  const found: { id: string }[] = body.locations;
  return found.map(({ id }) => id);
};

test("a location is shown with its rule on duplicates", async () => {
  const { body } = await api.call("GET", `/api/locations/${locationId}`);
  expect(body.location).toMatchObject({
    id: locationId,
    companyId: api.location.companyId,
    name: "Brightacre",
    timezone: "Europe/Berlin",
    settings: { allowDuplicateContact: false },
  });
});

test("a token of a location finds that one, and one of the company all of them", async () => {
  const { companyId } = api.location;
  const other = await aLocation({ companyId, name: "Ashfield" });
  const agency = await createToken({
    companyId,
    locationId: null,
    userId: null,
    kind: "private_integration",
    name: "Agency",
    scopes: [...integrationScopes],
  });
  const company = apiCaller(routeTable, agency.secret);
  expect(await search(api.call)).toEqual([locationId]);
  expect(await search(company, `companyId=${companyId}`)).toEqual([other.id, locationId]);
  expect(await search(company, "order=desc&limit=1")).toEqual([locationId]);
  expect(await search(company, "skip=1")).toEqual([locationId]);
  expect(await search(company, "companyId=another")).toEqual([]);
  expect(await search(company, "email=nobody@example.com")).toEqual([]);
  expect((await company("GET", `/api/locations/${other.id}`)).body.location.id).toBe(other.id);
  expect((await api.call("GET", `/api/locations/${other.id}`)).status).toBe(403);
});

test("words on contacts join the location's tags, each once, in small letters", async () => {
  const path = `/api/locations/${locationId}/tags`;
  const json = { locationId, email: "tagged@example.com", tags: ["Vip", "VIP", "Fair 2026"] };
  await api.call("POST", "/api/contacts/", { json });
  const created = await api.call("POST", path, { json: { name: "Late" } });
  expect(created.body.tag).toMatchObject({ name: "late", locationId });
  const listed: { id: string; name: string }[] = (await api.call("GET", path)).body.tags;
  expect(listed.map(({ name }) => name)).toEqual(["fair 2026", "late", "spring", "vip"]);
  const read = await api.call("GET", `${path}/${created.body.tag.id}`);
  expect(read.body.tag).toEqual(created.body.tag);
  const again = await api.call("POST", path, { json: { name: "VIP" } });
  expect(again).toMatchObject({
    status: 422,
    body: { message: ["name: There is a tag of this name. Choose another one."] },
  });
});
