import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, aUser, type Member } from "@/db/testing/factories";
import { failed } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { createToken } from "@/lib/access/create-token";
import { addMember } from "@/lib/users/create-user";

let location: Location;
let rita: Member;
let key: string;
let token: string;

beforeAll(async () => {
  location = await aLocation();
  rita = await aMember(location, { role: "rep" });
  key = (await aToken(location)).secret;
  token = (await aToken(location, { user: rita })).secret;
});

async function ask(apikey: string | null, bearer: string | null) {
  const headers: Record<string, string> = apikey === null ? {} : { apikey };
  const { status, body } = await apiCaller(routeTable, bearer)("GET", "/api/v1/leads/list/", { headers });
  return { status, body };
}

describe("credentials", () => {
  test("are the key of a location and the token of one of its users", async () => {
    await aLead(location, {}, rita);
    const { status, body } = await ask(key, token);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ count: 1, results: [{ owner: rita.name }] });
  });

  test("are refused in the envelope when one is missing", async () => {
    const missingKey = failed("Send the location's key as `apikey: <key>`.");
    expect(await ask(null, token)).toEqual(missingKey);
    expect(await ask(null, null)).toEqual(missingKey);
    expect(await ask(key, null)).toEqual(failed("Send your key as `Authorization: Bearer <key>`."));
  });

  test("are refused when one is not valid, or is the other", async () => {
    const refused = failed("This key is not valid. Check that it is whole, and that it was not revoked.");
    for (const [apikey, bearer] of [
      ["lwk_wrong", token],
      [key, "lwu_wrong"],
      [token, key],
      [token, token],
      [key, key],
    ] as const) {
      expect(await ask(apikey, bearer)).toEqual(refused);
    }
  });

  test("are refused when they do not go together", async () => {
    const elsewhere = await aLocation();
    const otherKey = (await aToken(elsewhere)).secret;
    const stranger = (await aToken(elsewhere, { user: await aMember(elsewhere) })).secret;
    const sister = await aLocation({ companyId: location.companyId });
    const sisterKey = (await aToken(sister)).secret;
    for (const [apikey, bearer] of [
      [otherKey, token],
      [key, stranger],
      [sisterKey, token],
    ] as const) {
      expect(await ask(apikey, bearer)).toMatchObject({ status: 401 });
    }
    // A member of both locations, with a token that opens one of them.
    await addMember({ companyId: sister.companyId, locationId: sister.id, userId: rita.id, role: "rep" });
    expect(await ask(sisterKey, token)).toMatchObject({ status: 401 });
  });

  test("may be a token of the whole company, at the locations its user is a member of", async () => {
    const companyWide = {
      companyId: location.companyId,
      locationId: null,
      kind: "user_token",
      name: "Everywhere",
    } as const;
    const { secret } = await createToken({ ...companyWide, userId: rita.id });
    expect(await ask(key, secret)).toMatchObject({ status: 200 });
    const nobody = await createToken({ ...companyWide, userId: await aUser(location.companyId) });
    expect(await ask(key, nobody.secret)).toMatchObject({ status: 401 });
  });
});

describe("paths", () => {
  test.each([
    ["GET", "leads/overview"],
    ["GET", "leads/list"],
    ["GET", "leads/appointments/list"],
    ["GET", "appointments/list"],
    ["GET", "leads/view/lead"],
    ["GET", "view/lead"],
    ["POST", "v1/leads/create/lead"],
    ["POST", "v1/create/lead"],
    ["POST", "leads/create/lead"],
    ["POST", "create/lead"],
    ["POST", "leads/update/lead"],
    ["POST", "update/lead"],
    ["POST", "leads/delete/lead"],
    ["POST", "delete/lead"],
    ["POST", "leads/create/leadnote"],
    ["POST", "create/leadnote"],
    ["POST", "leads/delete/leadnote"],
    ["POST", "delete/leadnote"],
    ["POST", "leads/create/appointment"],
    ["POST", "create/appointment"],
    ["POST", "leads/update/appointment"],
    ["POST", "update/appointment"],
    ["POST", "leads/delete/appointment"],
    ["POST", "delete/appointment"],
  ])("%s %s answers in the envelope, with a slash at the end and without", async (method, path) => {
    const call = apiCaller(routeTable, token);
    const answers = await Promise.all(
      ["", "/"].map((end) => call(method, `/api/v1/${path}${end}`, { headers: { apikey: key } })),
    );
    for (const { status, body } of answers) {
      expect([200, 400, 401]).toContain(status);
      expect(body).toMatchObject({ status_code: status, errors: {}, data: {} });
    }
    expect(answers[1]?.body).toEqual(answers[0]?.body);
  });
});

test("what can not be read is refused in the envelope", async () => {
  const call = apiCaller(routeTable, token);
  const send = (body: BodyInit, type: string) =>
    call("POST", "/api/v1/leads/create/lead/", { body, headers: { apikey: key, "content-type": type } });
  for (const [body, type, status] of [
    ["{", "application/json", 400],
    ["--x", "multipart/form-data; boundary=x", 400],
    ["<lead/>", "application/xml", 415],
    ["x".repeat(2_000_000), "application/x-www-form-urlencoded", 413],
  ] as const) {
    const answer = await send(body, type);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      status_code: status,
      errors: { non_field_errors: [expect.any(String)] },
      data: {},
    });
  }
});
