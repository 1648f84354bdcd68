import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { locations } from "@/db/schema/companies";
import { eventsOfContact } from "@/db/testing/events";
import { aHighLevelApi } from "@/db/testing/highlevel";
import { forgetCallers } from "@/lib/access/identity";
import { createAppointment } from "@/lib/calendars/create-appointment";
import { asSystem } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";

let api: Awaited<ReturnType<typeof aHighLevelApi>>;
let locationId: string;

beforeAll(async () => {
  api = await aHighLevelApi(routeTable);
  locationId = api.location.id;
});

const anEmail = () => `${newId().toLowerCase()}@example.com`;
const post = (path: string, json: unknown) => api.call("POST", path, { json });
const create = async (fields: Record<string, unknown> = {}) =>
  (await post("/api/contacts/", { locationId, email: anEmail(), ...fields })).body.contact;
const get = async (id: string) => (await api.call("GET", `/api/contacts/${id}`)).body.contact;

describe("a contact", () => {
  test("is kept as it was given, in the forms this API has, and told of once", async () => {
    const sent = {
      firstName: "Rosa",
      lastName: "Deo",
      email: "Rosa.Deo@Example.com",
      phone: "+1 415-555-0111",
      gender: "female",
      address1: "3535 1st St N",
      city: "Dolomite",
      state: "AL",
      postalCode: "35061",
      website: "https://example.com",
      timezone: "America/Chihuahua",
      dnd: true,
      dndSettings: { Email: { status: "permanent", message: "no", code: "1" } },
      inboundDndSettings: { all: { status: "inactive", message: "x" } },
      tags: ["Nisi Sint", " nisi sint ", "CONSEQUAT"],
      source: "public api",
      country: "us",
      companyName: "DGS VolMAX",
      dateOfBirth: "1990-09-25",
      assignedTo: api.ids.userId,
      additionalEmails: ["Second@Example.com"],
      additionalPhones: ["(415) 555-0112"],
    };
    const made = await create(sent);
    expect(made).toMatchObject({
      ...sent,
      email: "rosa.deo@example.com",
      phone: "+14155550111",
      tags: ["nisi sint", "consequat"],
      country: "US",
      name: "Rosa Deo",
      additionalEmails: ["second@example.com"],
      additionalPhones: ["+14155550112"],
      locationId,
      type: "lead",
      dateOfBirth: "1990-09-25T00:00:00.000Z",
      birthMonth: 9,
      birthDay: 25,
      unsubscribeEmail: false,
      attributionSource: null,
      offers: [],
    });
    expect(await get(made.id)).toEqual(made);
    expect((await eventsOfContact(api.location, made)).map(({ type }) => type)).toEqual(["contact.created"]);
  });

  test("is changed where something was said, and channels one by one", async () => {
    const made = await create({ firstName: "Rosa", lastName: "Deo", dndSettings: { SMS: { status: "active" } } });
    const put = (json: unknown) => api.call("PUT", `/api/contacts/${made.id}`, { json });
    const { body } = await put({ lastName: null, city: "Ely", dndSettings: { Email: { status: "inactive" } } });
    expect(body).toMatchObject({ succeded: true, succeeded: true });
    expect(body.contact).toMatchObject({
      name: "Rosa",
      firstName: "Rosa",
      lastName: null,
      city: "Ely",
      email: made.email,
      dndSettings: { SMS: { status: "active" }, Email: { status: "inactive" } },
    });
    expect((await put({})).body.contact).toEqual(body.contact);
  });

  test("is refused a second time, with the id of the one that is there", async () => {
    const made = await create({ firstName: "Ada", phone: "+14155550120", additionalEmails: ["other-ada@example.com"] });
    for (const [matchingField, fields] of [
      ["email", { email: String(made.email).toUpperCase() }],
      ["email", { email: "OTHER-ada@example.com" }],
      ["phone", { email: anEmail(), phone: "415 555 0120" }],
    ] as const) {
      const { status, body } = await post("/api/contacts/", { locationId, ...fields });
      expect([status, body.statusCode, body.message]).toEqual([
        400,
        400,
        "This location does not allow duplicated contacts.",
      ]);
      expect(body.meta).toEqual({ contactId: made.id, contactName: "Ada", matchingField });
    }
    const other = await create();
    const taken = await api.call("PUT", `/api/contacts/${other.id}`, { json: { email: made.email } });
    expect([taken.status, taken.body.meta.contactId]).toEqual([400, made.id]);
    const same = await api.call("PUT", `/api/contacts/${made.id}`, {
      json: { email: made.email, phone: "+14155550120" },
    });
    expect(same.status).toBe(200);
  });

  test("is made once by programs that race", async () => {
    const email = anEmail();
    const answers = await Promise.all(Array.from({ length: 6 }, () => post("/api/contacts/", { locationId, email })));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201, 400, 400, 400, 400, 400,
    ]);
    const again = anEmail();
    const upserts = await Promise.all(
      Array.from({ length: 6 }, () => post("/api/contacts/upsert", { locationId, email: again })),
    );
    expect(upserts.filter(({ body }) => body.new)).toHaveLength(1);
    expect(new Set(upserts.map(({ body }) => body.contact.id)).size).toBe(1);
  });

  test("follows the location's rule on duplicates, in its order", async () => {
    const other = await aHighLevelApi(routeTable);
    const set = async (rule: Partial<typeof locations.$inferInsert>) => {
      await asSystem("test", (transaction) =>
        transaction.update(locations).set(rule).where(eq(locations.id, other.location.id)),
      );
      forgetCallers();
    };
    const send = async (path: string, fields: Record<string, unknown>) =>
      other.call("POST", path, { json: { locationId: other.location.id, ...fields } });
    const first = (await send("/api/contacts/", { email: "a@example.com", phone: "+14155550130" })).body.contact;
    await set({ contactIdentifiers: ["email"] });
    expect((await send("/api/contacts/", { email: "b@example.com", phone: "+14155550130" })).status).toBe(201);
    await set({ contactIdentifiers: ["phone", "email"] });
    const upserted = await send("/api/contacts/upsert", { email: "b@example.com", phone: "+14155550130", city: "Ely" });
    expect(upserted.body).toMatchObject({ new: false, contact: { id: first.id, email: "a@example.com", city: "Ely" } });
    expect(upserted.body.contact.additionalEmails).toEqual(["b@example.com"]);
    await set({ allowsDuplicateContacts: true });
    expect((await send("/api/contacts/", { email: "a@example.com" })).status).toBe(201);
    expect((await send("/api/contacts/upsert", { email: "a@example.com" })).body.new).toBe(true);
  });

  test("keeps the address whose place a further one takes", async () => {
    const [first, second] = [anEmail(), anEmail()];
    const made = await create({
      email: first,
      additionalEmails: [second],
      phone: "+14155550170",
      additionalPhones: ["(415) 555-0171"],
    });
    const put = async (json: unknown) => (await api.call("PUT", `/api/contacts/${made.id}`, { json })).body.contact;
    const [theFirst, theSecond] = [
      { email: first, additionalEmails: [second], phone: "+14155550170", additionalPhones: ["+14155550171"] },
      { email: second, additionalEmails: [first], phone: "+14155550171", additionalPhones: ["+14155550170"] },
    ];
    expect(await put({ email: second.toUpperCase(), phone: "+14155550171" })).toMatchObject(theSecond);
    expect(await put({ email: first, phone: "415 555 0170" })).toMatchObject(theFirst);
    expect(await put({ email: second, additionalEmails: [] })).toMatchObject({ email: second, additionalEmails: [] });
  });

  test("loses nothing in an upsert", async () => {
    const made = await create({ phone: "+14155550140", tags: ["one"], city: "Ely" });
    const byPhone = await post("/api/contacts/upsert", {
      locationId,
      email: "new-first@example.com",
      phone: "+14155550140",
    });
    expect(byPhone.body).toMatchObject({
      new: false,
      contact: { id: made.id, email: "new-first@example.com", city: "Ely" },
    });
    expect(byPhone.body.contact.additionalEmails).toEqual([made.email]);
    const back = await post("/api/contacts/upsert", { locationId, email: made.email });
    expect(back.body.contact).toMatchObject({ id: made.id, email: "new-first@example.com", tags: ["one"] });
    const fresh = await post("/api/contacts/upsert", { locationId, email: anEmail(), tags: ["Two"] });
    expect(fresh.body).toMatchObject({ new: true, contact: { tags: ["two"] } });
  });

  test("has values of every kind of custom field, by id or key", async () => {
    const field = async (dataType: string, options?: string[]) => {
      const path = `/api/locations/${locationId}/customFields`;
      const { body } = await post(path, { name: `${dataType} ${newId()}`, dataType, ...(options && { options }) });
      return body.customField;
    };
    const kinds: [string, unknown, unknown, string[]?][] = [
      ["TEXT", "short", "short"],
      ["LARGE_TEXT", "long\nlong", "long\nlong"],
      ["NUMERICAL", "42.5", "42.5"],
      ["MONETORY", 99, "99"],
      ["PHONE", "+14155550150", "+14155550150"],
      ["DATE", "2026-05-06T10:00:00Z", "2026-05-06"],
      ["TIME", "10:30", "10:30"],
      ["SINGLE_OPTIONS", "b", "b", ["a", "b"]],
      ["RADIO", "a", "a", ["a", "b"]],
      ["MULTIPLE_OPTIONS", ["a", "b"], ["a", "b"], ["a", "b"]],
      ["CHECKBOX", ["b"], ["b"], ["a", "b"]],
      ["TEXTBOX_LIST", { one: "1" }, { one: "1" }],
      ["FILE_UPLOAD", { uuid: { url: "https://x.example/a.png" } }, { uuid: { url: "https://x.example/a.png" } }],
      ["SIGNATURE", { url: "https://x.example/s.png" }, { url: "https://x.example/s.png" }],
    ];
    const made = await create();
    for (const [dataType, sent, kept, options] of kinds) {
      const { id, fieldKey } = await field(dataType, options);
      for (const name of [{ id }, { key: fieldKey }, { key: String(fieldKey).replace("contact.", "") }]) {
        const json = { customFields: [{ ...name, field_value: sent }] };
        const { status, body } = await api.call("PUT", `/api/contacts/${made.id}`, { json });
        expect([status, dataType], JSON.stringify(body)).toEqual([200, dataType]);
        expect(body.contact.customFields).toContainEqual({ id, value: kept });
      }
      const wrong = await api.call("PUT", `/api/contacts/${made.id}`, {
        json: { customFields: [{ id, field_value: dataType.includes("TEXT") ? 17 ** 20 + "x".repeat(30_000) : [{}] }] },
      });
      const sentence = expect.stringMatching(/^customFields\.0\.field_value: .* does not fit: it takes /);
      expect([wrong.status, dataType, wrong.body.message]).toEqual([422, dataType, [sentence]]);
    }
    const before: { id: string }[] = (await get(made.id)).customFields;
    expect(before).toHaveLength(kinds.length);
    const unsaid = { customFields: before.map(({ id }) => ({ id })) };
    const untouched = await api.call("PUT", `/api/contacts/${made.id}`, { json: unsaid });
    expect(untouched.body.contact.customFields).toEqual(before);
    const left = [...before];
    for (const nothing of ["", null, []]) {
      const cleared = { customFields: [{ id: left.shift()?.id, field_value: nothing }] };
      const { body } = await api.call("PUT", `/api/contacts/${made.id}`, { json: cleared });
      expect(body.contact.customFields).toEqual(left);
    }
    const unknown = await api.call("PUT", `/api/contacts/${made.id}`, {
      json: { customFields: [{ key: "no_such", field_value: 1 }] },
    });
    expect([unknown.status, unknown.body.message[0]]).toEqual([422, expect.stringContaining("customFields.0.key")]);
  });

  test("has custom fields that keep how forms ask for them", async () => {
    const path = `/api/locations/${locationId}/customFields`;
    const asked = { placeholder: "Pin code", position: 7, model: "contact" };
    const boxes = [
      { label: "First", prefillValue: "Ada" },
      { label: "Second", prefillValue: "" },
    ];
    const sent = [
      [
        { ...asked, name: "Pin", dataType: "TEXT" },
        { ...asked, fieldKey: "contact.pin", isMultiFileAllowed: false },
      ],
      [
        { ...asked, name: "Names", dataType: "TEXTBOX_LIST", textBoxListOptions: boxes },
        { ...asked, textBoxListOptions: boxes, picklistOptions: ["First", "Second"] },
      ],
      [
        {
          ...asked,
          name: "Plans",
          dataType: "FILE_UPLOAD",
          acceptedFormat: [".pdf", ".png"],
          isMultipleFile: true,
          maxNumberOfFiles: 4,
        },
        { ...asked, acceptedFormat: [".pdf", ".png"], isMultiFileAllowed: true, maxFileLimit: 4 },
      ],
    ] as const;
    for (const [json, kept] of sent) {
      const { status, body } = await api.call("POST", path, { json });
      expect([status, body.customField], JSON.stringify(body)).toEqual([201, expect.objectContaining(kept)]);
      expect((await api.call("GET", path)).body.customFields).toContainEqual(body.customField);
    }
  });

  test("has appointments in the time of the location", async () => {
    const other = await aHighLevelApi(routeTable, { timeZone: "Asia/Kolkata" });
    const contactId = other.ids.contactId ?? "";
    const path = `/api/contacts/${contactId}/appointments`;
    expect((await other.call("GET", path)).body).toMatchObject({ events: [] });
    await createAppointment(other.context, {
      contactId,
      startsAt: new Date("2031-05-06T05:30:00Z"),
      endsAt: new Date("2031-05-06T06:00:05Z"),
      status: "confirmed",
      note: "Roof\nBring a ladder",
    });
    const [event] = (await other.call("GET", path)).body.events;
    expect(event).toMatchObject({
      title: "Roof",
      notes: "Roof\nBring a ladder",
      startTime: "2031-05-06 11:00:00",
      endTime: "2031-05-06 11:30:05",
      contactId,
      locationId: other.location.id,
      assignedResources: [],
    });
  });

  test("takes what needs no body without one", async () => {
    const { contactId = "", workflowId = "", campaignId = "" } = api.ids;
    for (const [method, path, status] of [
      ["POST", `workflow/${workflowId}`, 200],
      ["DELETE", `workflow/${workflowId}`, 200],
      ["POST", `campaigns/${campaignId}`, 201],
      ["DELETE", `campaigns/${campaignId}`, 200],
    ] as const) {
      const answer = await api.call(method, `/api/contacts/${contactId}/${path}`);
      expect([path, answer.status], JSON.stringify(answer.body)).toEqual([path, status]);
    }
  });

  test("goes with its leads, and is seen by the other APIs until then", async () => {
    const { key } = { key: api.ids };
    const made = await create({ firstName: "Grace", lastName: "Hopper" });
    const { body } = await post("/api/opportunities/", {
      locationId,
      contactId: made.id,
      pipelineId: key.pipelineId,
      name: "Compiler",
      status: "open",
    });
    expect((await api.call("DELETE", `/api/contacts/${made.id}`)).body).toMatchObject({ succeded: true });
    expect((await api.call("GET", `/api/contacts/${made.id}`)).status).toBe(404);
    expect((await api.call("GET", `/api/opportunities/${body.opportunity.id}`)).status).toBe(404);
    expect((await post("/api/contacts/", { locationId, email: made.email })).status).toBe(201);
  });
});

describe("the search", () => {
  let other: Awaited<ReturnType<typeof aHighLevelApi>>;
  const people: Record<string, string> = {};
  let scoreId: string;
  let planId: string;

  const found = async (body: Record<string, unknown>) => {
    const answer = await other.call("POST", "/api/contacts/search", {
      json: { locationId: other.location.id, ...body },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const listed: { firstName: string; searchAfter: unknown[]; opportunities: unknown[] }[] = answer.body.contacts;
    const names = listed.map(({ firstName }) => firstName);
    return { names, total: answer.body.total as number, contacts: listed };
  };
  const filtered = async (...filters: unknown[]) => (await found({ filters })).names.toSorted();

  beforeAll(async () => {
    other = await aHighLevelApi(routeTable);
    const path = `/api/locations/${other.location.id}/customFields`;
    scoreId = (await other.call("POST", path, { json: { name: "Score", dataType: "NUMERICAL" } })).body.customField.id;
    planId = (
      await other.call("POST", path, { json: { name: "Plan", dataType: "SINGLE_OPTIONS", options: ["Gold", "Tin"] } })
    ).body.customField.id;
    await other.call("DELETE", `/api/contacts/${other.ids.contactId ?? ""}`);
    for (const [firstName, fields] of [
      [
        "Alex",
        {
          lastName: "Stone",
          city: "Berlin",
          tags: ["vip", "red"],
          dnd: true,
          companyName: "Acme GmbH",
          phone: "+14155550161",
        },
      ],
      [
        "Bea",
        { lastName: "Stone", city: "Hamburg", tags: ["vip"], source: "Web Form", website: "https://bea.example" },
      ],
      [
        "Cleo",
        {
          lastName: "Wood",
          city: "berlin",
          timezone: "Europe/Berlin",
          assignedTo: other.ids.userId,
          dateOfBirth: "1990-05-06",
        },
      ],
      ["Dan", { email: null, phone: "+14155550164", tags: ["red"], country: "DE" }],
    ] as const) {
      const score = { id: scoreId, field_value: { Alex: 10, Bea: -2.5, Cleo: 300, Dan: 0 }[firstName] };
      const plan = firstName === "Dan" ? [] : [{ id: planId, field_value: firstName === "Cleo" ? "Tin" : "Gold" }];
      const json = {
        locationId: other.location.id,
        firstName,
        email: `${firstName.toLowerCase()}@people.example`,
        customFields: [score, ...plan],
        ...fields,
      };
      people[firstName] = (await other.call("POST", "/api/contacts/", { json })).body.contact.id;
    }
    await other.call("POST", "/api/opportunities/", {
      json: {
        locationId: other.location.id,
        contactId: people.Bea,
        pipelineId: other.ids.pipelineId,
        name: "Roof",
        status: "won",
        monetaryValue: 12.5,
      },
    });
    await other.call("POST", `/api/contacts/${people.Cleo ?? ""}/followers`, {
      json: { followers: [other.ids.userId] },
    });
  });

  const f = (field: string, operator: string, value?: unknown) => ({
    field,
    operator,
    ...(value !== undefined && { value }),
  });

  test.each<[string, () => unknown[], string[]]>([
    ["everybody", () => [], ["Alex", "Bea", "Cleo", "Dan"]],
    ["a name, whatever its case", () => [f("firstNameLowerCase", "eq", "ALEX")], ["Alex"]],
    ["not a name", () => [f("firstNameLowerCase", "not_eq", "alex")], ["Bea", "Cleo", "Dan"]],
    ["a part of a name", () => [f("lastNameLowerCase", "contains", "ton")], ["Alex", "Bea"]],
    ["not a part of a name", () => [f("lastNameLowerCase", "not_contains", "ton")], ["Cleo", "Dan"]],
    ["a city", () => [f("city", "eq", "Berlin")], ["Alex", "Cleo"]],
    ["no website", () => [f("website", "not_exists")], ["Alex", "Cleo", "Dan"]],
    ["a website", () => [f("website", "exists")], ["Bea"]],
    ["an email", () => [f("email", "eq", "Bea@People.example")], ["Bea"]],
    ["a part of an email", () => [f("email", "contains", "people")], ["Alex", "Bea", "Cleo"]],
    ["a valid email", () => [f("validEmail", "eq", true)], ["Alex", "Bea", "Cleo"]],
    ["a phone in another spelling", () => [f("phone", "eq", "(415) 555-0161")], ["Alex"]],
    ["a part of a phone", () => [f("phone", "contains", "550164")], ["Dan"]],
    ["tags", () => [f("tags", "eq", ["red"])], ["Alex", "Dan"]],
    ["one of several tags", () => [f("tags", "eq", ["red", "VIP"])], ["Alex", "Bea", "Dan"]],
    ["a part of a tag", () => [f("tags", "contains", "ed")], ["Alex", "Dan"]],
    ["one of several parts", () => [f("lastNameLowerCase", "contains", ["ston", "sto"])], ["Alex", "Bea"]],
    ["one of several parts of tags", () => [f("tags", "contains", ["re", "vi"])], ["Alex", "Bea", "Dan"]],
    ["none of several parts", () => [f("tags", "not_contains", ["re", "vi"])], ["Cleo"]],
    ["without a tag", () => [f("tags", "not_eq", "vip")], ["Cleo", "Dan"]],
    ["without tags", () => [f("tags", "not_exists")], ["Cleo"]],
    ["not to be disturbed", () => [f("dnd", "eq", true)], ["Alex"]],
    ["to be disturbed", () => [f("dnd", "not_eq", true)], ["Bea", "Cleo", "Dan"]],
    ["a company", () => [f("companyName", "contains", "acme")], ["Alex"]],
    ["a source", () => [f("source", "eq", "web form")], ["Bea"]],
    ["a zone", () => [f("timezone", "eq", "Europe/Berlin")], ["Cleo"]],
    ["a country", () => [f("country", "eq", "DE")], ["Dan"]],
    ["who looks after them", () => [f("assignedTo", "eq", other.ids.userId)], ["Cleo"]],
    ["nobody who looks after them", () => [f("assignedTo", "not_exists")], ["Alex", "Bea", "Dan"]],
    ["who follows", () => [f("followers", "eq", other.ids.userId)], ["Cleo"]],
    ["nobody follows", () => [f("followers", "not_exists")], ["Alex", "Bea", "Dan"]],
    ["an id", () => [f("id", "eq", people.Bea)], ["Bea"]],
    ["a birthday in a range", () => [f("dateOfBirth", "range", { gte: "1990-01-01", lt: "1991-01-01" })], ["Cleo"]],
    [
      "made in a range",
      () => [f("dateAdded", "range", { gt: "2001-01-01T00:00:00Z", lte: Date.now() + 60_000 })],
      ["Alex", "Bea", "Cleo", "Dan"],
    ],
    ["made before", () => [f("dateAdded", "range", { lt: "2001-01-01" })], []],
    ["a number", () => [f(`customFields.${scoreId}`, "eq", 10)], ["Alex"]],
    ["a number in a range", () => [f(`customFields.${scoreId}`, "range", { gte: -3, lt: 10 })], ["Bea", "Dan"]],
    ["a large number", () => [f(`customFields.${scoreId}`, "range", { gt: 10 })], ["Cleo"]],
    ["an option", () => [f(`customFields.${planId}`, "eq", "gold")], ["Alex", "Bea"]],
    ["a part of an option", () => [f(`customFields.${planId}`, "contains", "gol")], ["Alex", "Bea"]],
    ["another option", () => [f("customFields.plan", "not_eq", "Gold")], ["Cleo", "Dan"]],
    ["no option", () => [f(`customFields.${planId}`, "not_exists")], ["Dan"]],
    ["a pipeline", () => [f("opportunities.pipelineId", "eq", other.ids.pipelineId)], ["Bea"]],
    ["a won deal", () => [f("opportunities.status", "eq", "won")], ["Bea"]],
    ["several at once", () => [f("lastNameLowerCase", "eq", "stone"), f("tags", "eq", "red")], ["Alex"]],
    [
      "groups in groups",
      () => [
        {
          group: "OR",
          filters: [
            {
              group: "AND",
              filters: [f("tags", "eq", "vip"), f(`customFields.${planId}`, "eq", "Gold"), f("city", "eq", "hamburg")],
            },
            { group: "AND", filters: [f("tags", "eq", "red"), f("email", "not_exists")] },
          ],
        },
      ],
      ["Bea", "Dan"],
    ],
  ])("finds %s", async (_, filters, names) => {
    expect(await filtered(...filters())).toEqual(names);
  });

  test("counts what it finds, and finds words anywhere in names, addresses and numbers", async () => {
    expect(await found({ query: "stone acme" })).toMatchObject({ names: ["Alex"], total: 1 });
    expect((await found({ query: "550164" })).names).toEqual(["Dan"]);
    expect((await found({ query: "nobody at all" })).total).toBe(0);
    expect((await found({ pageLimit: 1 })).total).toBe(4);
    const [bea] = (await found({ query: "bea" })).contacts;
    expect(bea?.opportunities).toMatchObject([
      { pipelineId: other.ids.pipelineId, monetary_value: 12.5, status: "won" },
    ]);
  });

  test.each<[string, { field: string; direction: string }[], string[]]>([
    ["the newest first", [], ["Dan", "Cleo", "Bea", "Alex"]],
    ["the oldest first", [{ field: "dateAdded", direction: "asc" }], ["Alex", "Bea", "Cleo", "Dan"]],
    ["by name", [{ field: "firstNameLowerCase", direction: "desc" }], ["Dan", "Cleo", "Bea", "Alex"]],
    [
      "by last and first name, those without one last",
      [
        { field: "lastNameLowerCase", direction: "asc" },
        { field: "firstNameLowerCase", direction: "desc" },
      ],
      ["Bea", "Alex", "Cleo", "Dan"],
    ],
    ["by email, those without one last", [{ field: "email", direction: "desc" }], ["Cleo", "Bea", "Alex", "Dan"]],
    ["by company", [{ field: "companyName", direction: "asc" }], ["Alex", "Bea", "Cleo", "Dan"]],
  ])("orders %s, page after page", async (_, sort, names) => {
    expect((await found({ sort })).names).toEqual(names);
    const walked: string[] = [];
    let searchAfter: unknown;
    for (let page = 0; page < 5; page++) {
      const { contacts, names: few } = await found({
        sort,
        pageLimit: 1,
        ...(searchAfter !== undefined && { searchAfter }),
      });
      walked.push(...few);
      if (contacts.length === 0) break;
      searchAfter = contacts.at(-1)?.searchAfter;
    }
    expect(walked).toEqual(names);
    const pages = [1, 2, 3].map((page) => found({ sort, pageLimit: 2, page }));
    expect((await Promise.all(pages)).flatMap(({ names: few }) => few)).toEqual(names);
  });

  test.each([1, 2, 3, 4])("the list of %i at a time goes on behind the last contact", async (limit) => {
    const walked: string[] = [];
    let pages = 0;
    let next: string | null = `/api/contacts/?locationId=${other.location.id}&limit=${limit}`;
    while (next) {
      const {
        body,
      }: { body: { contacts: { firstName: string }[]; count: number; meta: { nextPageUrl: string | null } } } =
        await other.call("GET", next);
      walked.push(...body.contacts.map(({ firstName }) => firstName));
      expect(body.count).toBe(4);
      next = body.meta.nextPageUrl && new URL(body.meta.nextPageUrl).pathname + new URL(body.meta.nextPageUrl).search;
      pages++;
    }
    expect(walked).toEqual(["Dan", "Cleo", "Bea", "Alex"]);
    expect(pages).toBe(Math.ceil(4 / limit));
  });

  test("the list goes on behind a contact or a moment alone", async () => {
    const list = async (query: string): Promise<string[]> => {
      const { body } = await other.call("GET", `/api/contacts/?locationId=${other.location.id}&${query}`);
      const listed: { firstName: string }[] = body.contacts;
      return listed.map(({ firstName }) => firstName);
    };
    expect(await list(`startAfterId=${people.Cleo ?? ""}`)).toEqual(["Bea", "Alex"]);
    const { contact } = (await other.call("GET", `/api/contacts/${people.Bea ?? ""}`)).body;
    expect(await list(`startAfter=${Date.parse(contact.dateAdded) + 1}`)).toEqual(["Bea", "Alex"]);
    expect(await list(`startAfterId=${newId()}`)).toEqual([]);
    expect(await list("startAfter=253402300799999")).toEqual(["Dan", "Cleo", "Bea", "Alex"]);
    const beyond = `/api/contacts/?locationId=${other.location.id}&startAfter=253402300800000`;
    expect((await other.call("GET", beyond)).body.message).toEqual([expect.stringMatching(/^startAfter must be /)]);
  });

  test.each<[string, unknown]>([
    ["an unknown field", { filters: [f("shoeSize", "eq", 44)] }],
    ["a name that every object has", { filters: [f("constructor", "eq", 44)] }],
    ["another one", { filters: [f("__proto__", "exists")] }],
    ["an unknown custom field", { filters: [f(`customFields.${newId()}`, "eq", 44)] }],
    ["an unknown operator", { filters: [f("city", "near", "Berlin")] }],
    ["an operator that the field does not have", { filters: [f("dnd", "contains", "t")] }],
    ["no value", { filters: [f("city", "eq")] }],
    ["a range without bounds", { filters: [f("dateAdded", "range", {})] }],
    ["a bad date", { filters: [f("dateAdded", "range", { gte: "yesterday" })] }],
    ["a sort nobody knows", { sort: [{ field: "shoeSize", direction: "asc" }] }],
    ["a cursor of another order", { searchAfter: ["x"] }],
    ["too deep a page", { page: 900, pageLimit: 100 }],
    ["too many at once", { pageLimit: 501 }],
    ["a property nobody knows", { colour: "red" }],
  ])("refuses %s", async (_, body) => {
    const answer = await other.call("POST", "/api/contacts/search", { json: body });
    expect([answer.status, answer.body.statusCode, typeof answer.body.message], JSON.stringify(answer.body)).toEqual([
      400,
      400,
      "string",
    ]);
  });
});
