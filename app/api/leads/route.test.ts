import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { customFields, customValues } from "@/db/schema/activity";
import { apiCaller } from "@/db/testing/call-api";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, aToken, contextOf, type Member } from "@/db/testing/factories";
import { aRestApi, form, invalid, leadPath, optionalFields, timestamp, titlesIn } from "@/db/testing/rest-api";
import type { Location } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { getLead } from "@/lib/leads/get-lead";
import { listLeads } from "@/lib/leads/list-leads";
import type { Lead } from "@/lib/leads/model";
import { updateLead } from "@/lib/leads/update-lead";

let location: Location;
let sam: Member;
let call: ReturnType<typeof apiCaller>;
let required: Awaited<ReturnType<typeof aRestApi>>["required"];

beforeAll(async () => {
  ({ location, call, required } = await aRestApi(routeTable));
  sam = await aMember(location, { name: "Sam Lee", role: "rep" });
});

const total = async () => (await listLeads(contextOf(location), { page: { limit: 1, offset: 0 } })).total;

describe("create", () => {
  test("takes what is sent without the spaces around it", async () => {
    const fields = { ...required, ...optionalFields() };
    const padded = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, ` ${value} `]));
    const { status, body } = await call("POST", "/api/leads", form(padded));
    expect([status, body.data]).toMatchObject([
      201,
      {
        title: "Acme – new website",
        value: "2500.00",
        last_contacted: "2026-06-15",
        contact: { first_name: "Jane", email: fields.lead_email, website: "https://acme.example" },
      },
    ]);
  });

  test("keeps every field and answers the lead object", async () => {
    const sent = { ...required, ...optionalFields() };
    const { status, body } = await call("POST", "/api/leads", form(sent));
    expect(status).toBe(201);
    expect(body).toEqual({
      data: {
        id: expect.any(Number),
        title: "Acme – new website",
        value: "2500.00",
        status: { id: Number(required.lead_status), title: "Contact", color: "#64748b" },
        active_state: "active",
        category: { id: Number(required.lead_categoryid), name: "General" },
        source: "Website",
        last_contacted: "2026-06-15",
        description: "Inbound enquiry.",
        contact: {
          first_name: "Jane",
          last_name: "Doe",
          email: sent.lead_email,
          phone: "+1 555 0100",
          job_position: "CTO",
          company_name: "Acme Inc",
          website: "https://acme.example",
        },
        address: { street: "1 Road", city: "Oslo", state: "Viken", zip: "0150", country: "Norway" },
        converted: { is_converted: false, client_id: null, date: null },
        assigned: [],
        tags: [],
        dates: { created: expect.stringMatching(timestamp), updated: expect.stringMatching(timestamp) },
      },
      message: "Lead created successfully.",
    });
    expect((await call("GET", `/api/leads/${body.data.id}`)).body).toEqual({
      data: body.data,
      message: "Lead retrieved successfully.",
    });
  });

  test("reads JSON and multipart as well, and integers as numbers or texts", async () => {
    const multipart = new FormData();
    for (const [name, value] of Object.entries(required)) multipart.append(name, value);
    for (const sent of [
      { body: multipart },
      {
        json: {
          lead_title: "Json",
          lead_status: Number(required.lead_status),
          lead_categoryid: Number(required.lead_categoryid),
          lead_value: 12.5,
        },
      },
      { json: required },
    ]) {
      expect((await call("POST", "/api/leads/", sent)).status).toBe(201);
    }
  });

  test("assigns nobody, whoever calls, and remembers who made it", async () => {
    const asSam = apiCaller(routeTable, (await aToken(location, { user: sam })).secret);
    const { body } = await asSam("POST", "/api/leads", form(required));
    expect(body.data.assigned).toEqual([]);
    expect(await getLead(contextOf(location), { number: body.data.id })).toMatchObject({ createdBy: { id: sam.id } });
  });

  test("takes empty fields, and those of blanks, for fields that were not sent", async () => {
    const blanks = Object.fromEntries(
      Object.keys(optionalFields()).map((name, place) => [name, place % 2 ? "" : "  "]),
    );
    const { status, body } = await call("POST", "/api/leads", form({ ...required, ...blanks, copy: "" }));
    expect(status).toBe(201);
    expect(Object.values({ ...body.data.contact, ...body.data.address })).toEqual(Array(12).fill(null));
    expect((await call("POST", "/api/leads", form({ ...required, lead_title: " " }))).body).toEqual(
      invalid({ lead_title: ["The lead title field is required."] }),
    );
  });

  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["a title that is no text", { lead_title: 5 }, { lead_title: "The lead title must be a string." }],
    [
      "a long title",
      { lead_title: "x".repeat(256) },
      { lead_title: "The lead title must not be greater than 255 characters." },
    ],
    ["a status in words", { lead_status: "new" }, { lead_status: "The lead status must be an integer." }],
    ["half a status", { lead_status: 1.5 }, { lead_status: "The lead status must be an integer." }],
    ["an unknown status", { lead_status: "999999999" }, { lead_status: "The selected lead status is invalid." }],
    [
      "a status beyond all numbers",
      { lead_status: "9".repeat(30) },
      { lead_status: "The selected lead status is invalid." },
    ],
    ["a status beyond 2^53", { lead_status: 2 ** 53 + 2 }, { lead_status: "The selected lead status is invalid." }],
    ["a negative status", { lead_status: -1 }, { lead_status: "The selected lead status is invalid." }],
    ["no category", { lead_categoryid: null }, { lead_categoryid: "The lead categoryid field is required." }],
    [
      "an unknown category",
      { lead_categoryid: 999999999 },
      { lead_categoryid: "The selected lead categoryid is invalid." },
    ],
    ["no address", { lead_email: "nobody" }, { lead_email: "The lead email must be a valid email address." }],
    ["no number", { lead_value: "much" }, { lead_value: "The lead value must be a number." }],
    [
      "too exact an amount",
      { lead_value: "1.005" },
      { lead_value: "The lead value must have at most 2 decimal places." },
    ],
    ["a tiny amount", { lead_value: 1e-7 }, { lead_value: "The lead value must have at most 2 decimal places." }],
    [
      "too large an amount",
      { lead_value: 1e300 },
      { lead_value: "The lead value must be between -999999999999 and 999999999999." },
    ],
    [
      "a date that never was",
      { lead_last_contacted: "2026-02-30" },
      { lead_last_contacted: "The lead last contacted is not a valid date." },
    ],
    [
      "a date in words",
      { lead_last_contacted: "yesterday" },
      { lead_last_contacted: "The lead last contacted is not a valid date." },
    ],
    ["a city that is a list", { lead_city: ["Oslo"] }, { lead_city: "The lead city must be a string." }],
  ])("refuses %s", async (_, wrong, sentences) => {
    const before = await total();
    const { status, body } = await call("POST", "/api/leads", { json: { ...required, ...wrong } });
    expect(status).toBe(422);
    expect(body).toEqual(
      invalid(Object.fromEntries(Object.entries(sentences).map(([name, sentence]) => [name, [sentence]]))),
    );
    expect(await total()).toBe(before);
  });

  test("tells everything at once, be it found in the form or in the data", async () => {
    const { body } = await call(
      "POST",
      "/api/leads",
      form({ lead_status: "999999999", lead_email: "x", lead_value: "1.001" }),
    );
    expect(body).toEqual(
      invalid({
        lead_title: ["The lead title field is required."],
        lead_status: ["The selected lead status is invalid."],
        lead_categoryid: ["The lead categoryid field is required."],
        lead_email: ["The lead email must be a valid email address."],
        lead_value: ["The lead value must have at most 2 decimal places."],
      }),
    );
    const { body: late } = await call(
      "POST",
      "/api/leads",
      form({ ...required, lead_categoryid: "0", lead_value: "1.001" }),
    );
    expect(Object.keys(late.errors).toSorted()).toEqual(["lead_categoryid", "lead_value"]);
    expect((await call("POST", "/api/leads", { json: [] })).body).toMatchObject({
      errors: { body: ["The body must be an object."] },
    });
  });

  test("takes amounts as forms and programs write them", async () => {
    for (const [sent, printed] of [
      ["-5", "-5.00"],
      ["+.5", "0.50"],
      ["2500.500", "2500.50"],
      ["0", "0.00"],
      ["999999999999", "999999999999.00"],
    ] as const) {
      expect((await call("POST", "/api/leads", form({ ...required, lead_value: sent }))).body.data.value).toBe(printed);
    }
  });

  test("prints the decimals of the currency, two at least", async () => {
    for (const [currency, sent, printed] of [
      ["JPY", "2500", "2500.00"],
      ["KWD", "2500.125", "2500.125"],
    ] as const) {
      const there = await aLocation({ currency });
      const lead = await aLead(there);
      const send = apiCaller(routeTable, (await aToken(there)).secret);
      const fields = {
        lead_title: "x",
        lead_status: lead.stage.number,
        lead_categoryid: lead.category.number,
        lead_value: sent,
      };
      expect((await send("POST", "/api/leads", { json: fields })).body.data.value).toBe(printed);
    }
  });

  test("gives the same answer to the same Idempotency-Key, once", async () => {
    const headers = { "idempotency-key": newId() };
    const before = await total();
    const answers = [];
    for (let attempt = 0; attempt < 2; attempt++)
      answers.push(await call("POST", "/api/leads", { json: required, headers }));
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await total()).toBe(before + 1);
  });
});

describe("custom fields of leads", () => {
  test("are sent by their keys; required ones have to be, and a full update replaces them all", async () => {
    const there = await aLocation();
    const lead = await aLead(there);
    const send = apiCaller(routeTable, (await aToken(there)).secret);
    const field = { locationId: there.id, recordType: "lead" as const };
    await change(contextOf(there), async (transaction) => {
      await transaction.insert(customFields).values([
        { ...field, id: newId(), fieldKey: "lead_budget", name: "Budget", dataType: "number", required: true },
        { ...field, id: newId(), fieldKey: "size", name: "Size", dataType: "option", options: ["S", "L"], position: 1 },
      ]);
      return { result: null, events: [{ type: "settings.changed", subject: { type: "location", id: there.id } }] };
    });
    const fields = {
      lead_title: "x",
      lead_status: String(lead.stage.number),
      lead_categoryid: String(lead.category.number),
    };
    const values = async (of: number) => {
      const { id } = await getLead(contextOf(there), { number: of });
      const rows = await read(contextOf(there), (transaction) => transaction.select().from(customValues));
      return rows.flatMap((row) => (row.opportunityId === id ? [row.value] : []));
    };

    expect((await send("POST", "/api/leads", form({ ...fields, size: "M" }))).body).toEqual(
      invalid({ lead_budget: ["The lead budget field is required."], size: ["The size format is invalid."] }),
    );
    expect((await send("POST", "/api/leads", form({ lead_budget: " " }))).body.errors).toMatchObject({
      lead_title: ["The lead title field is required."],
      lead_budget: ["The lead budget field is required."],
    });
    const { status, body } = await send("POST", "/api/leads", form({ ...fields, lead_budget: "1200", size: "L" }));
    expect(status).toBe(201);
    expect(await values(body.data.id)).toEqual([1200, "L"]);

    const url = `/api/leads/${body.data.id}`;
    expect((await send("PATCH", url, form(fields))).body).toEqual(
      invalid({ lead_budget: ["The lead budget field is required."] }),
    );
    expect((await send("PATCH", url, form({ ...fields, lead_budget: "7" }))).status).toBe(200);
    expect(await values(body.data.id)).toEqual([7]);
  });
});

describe("list", () => {
  let send: typeof call;
  let there: Location;
  let alpha: Lead;
  let beta: Lead;
  let rep: Member;

  beforeAll(async () => {
    there = await aLocation();
    rep = await aMember(there, { role: "rep", visibility: "own" });
    send = apiCaller(routeTable, (await aToken(there)).secret);
    alpha = await aLead(there, { name: "Alpha", valueMinor: 100, lastContactedOn: "2026-01-01", source: "Website" });
    beta = await aLead(there, {
      name: "Beta",
      valueMinor: null,
      stage: { key: "prospect" },
      contact: { companyName: "Globex", email: "hank@globex.example" },
    });
    await aLead(there, {
      name: "Gamma",
      valueMinor: 300,
      lastContactedOn: "2026-03-01",
      archived: true,
      owner: { username: rep.username },
    });
  });

  const titles = async (query: string, by = send) => {
    const { status, body } = await by("GET", `/api/leads${query}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return titlesIn(body);
  };

  test("shows 25 a page, the newest first, and says how many there are", async () => {
    expect((await send("GET", "/api/leads")).body).toMatchObject({
      data: [{ title: "Gamma" }, { title: "Beta" }, { title: "Alpha" }],
      meta: { current_page: 1, per_page: 25, total: 3, last_page: 1 },
      message: "Leads retrieved successfully.",
    });
    expect((await send("GET", "/api/leads?limit=2&page=2")).body).toMatchObject({
      data: [{ title: "Alpha" }],
      meta: { current_page: 2, per_page: 2, total: 3, last_page: 2 },
    });
    expect((await send("GET", "/api/leads?limit=500&page=3")).body).toMatchObject({
      data: [],
      meta: { per_page: 100, current_page: 3, last_page: 1 },
    });
    expect((await send("GET", "/api/leads?search=nothing")).body.meta).toEqual({
      current_page: 1,
      per_page: 25,
      total: 0,
      last_page: 1,
    });
  });

  test("filters by every documented parameter", async () => {
    for (const [query, found] of [
      [`?status=${beta.stage.number}`, ["Beta"]],
      [`?category_id=${alpha.category.number}&source=Website`, ["Alpha"]],
      ["?category_id=999999999", []],
      ["?active_state=archived", ["Gamma"]],
      ["?active_state=active", ["Beta", "Alpha"]],
      [`?assigned_user_id=${rep.number}`, ["Gamma"]],
      ["?assigned_user_id=99999999999999999999", []],
      ["?search=LOBEX", ["Beta"]],
      ["?search=hank%40globex", ["Beta"]],
      ["?search=amm", ["Gamma"]],
      ["?search=%25", []],
      ["?status=&source=&search=&limit=&page=&sort=&order=", ["Gamma", "Beta", "Alpha"]],
      ["?unknown=1", ["Gamma", "Beta", "Alpha"]],
    ] as const) {
      expect(await titles(query), query).toEqual(found);
    }
  });

  test("sorts by every documented key, downwards unless told otherwise, with the empty last", async () => {
    for (const [query, found] of [
      ["?sort=lead_title", ["Gamma", "Beta", "Alpha"]],
      ["?sort=lead_title&order=asc", ["Alpha", "Beta", "Gamma"]],
      ["?sort=lead_value", ["Gamma", "Alpha", "Beta"]],
      ["?sort=lead_value&order=asc", ["Alpha", "Gamma", "Beta"]],
      ["?sort=lead_created", ["Gamma", "Beta", "Alpha"]],
      ["?sort=lead_last_contacted&order=asc", ["Alpha", "Gamma", "Beta"]],
      ["?order=asc", ["Alpha", "Beta", "Gamma"]],
    ] as const) {
      expect(await titles(query), query).toEqual(found);
    }
  });

  test.each([
    ["limit=0", "limit", "The limit must be at least 1."],
    ["limit=-5", "limit", "The limit must be at least 1."],
    ["limit=NaN", "limit", "The limit must be an integer."],
    ["page=0", "page", "The page must be at least 1."],
    ["page=1.5", "page", "The page must be an integer."],
    ["page=99999999999999999999", "page", "The page must be an integer."],
    ["page[]=1", "page", "The page must be an integer."],
    ["status=new", "status", "The status must be an integer."],
    ["active_state=gone", "active_state", "The selected active state is invalid."],
    ["sort=lead_color", "sort", "The selected sort is invalid."],
    ["order=up", "order", "The selected order is invalid."],
  ])("refuses %s", async (query, field, sentence) => {
    const { status, body } = await send("GET", `/api/leads?${query}`);
    expect(status).toBe(422);
    expect(body).toEqual(invalid({ [field]: [sentence] }));
  });

  test("a page far beyond the last is empty", async () => {
    expect(await titles(`?page=${Number.MAX_SAFE_INTEGER}&limit=100`)).toEqual([]);
  });

  test("shows a restricted rep what is theirs, and counts only that", async () => {
    const asRep = apiCaller(routeTable, (await aToken(there, { user: rep })).secret);
    expect(await titles("", asRep)).toEqual(["Gamma"]);
    expect((await asRep("GET", "/api/leads")).body.meta.total).toBe(1);
    for (const rest of ["", "/comments"]) expect((await asRep("GET", leadPath(alpha, rest))).status).toBe(404);
  });
});

describe("update", () => {
  test("a full update keeps what is sent, clears what is not, and touches nothing else", async () => {
    const texts = fc
      .string({ minLength: 1, maxLength: 40 })
      .map((text) => text.trim())
      .filter((text) => text !== "");
    const values = {
      ...Object.fromEntries(Object.keys(optionalFields()).map((name) => [name, texts])),
      lead_email: fc
        .emailAddress()
        .filter((email) => email.length < 200 && !email.includes("'") && /^[\w.+-]+@/.test(email)),
      lead_value: fc.integer({ min: -1e9, max: 1e9 }).map((minor) => (minor / 100).toFixed(2)),
      lead_last_contacted: fc
        .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    };
    const lead = await aLead(location, {
      tags: ["stays"],
      owner: { username: sam.username },
      archived: true,
      utmSource: "stays",
    });
    await updateLead(contextOf(location), { lead, changes: { contact: { mobile: "+1 555 0111", salutation: "Dr" } } });
    await call("POST", leadPath(lead, "/comments"), { json: { comment: "Stays." } });
    await fc.assert(
      fc.asyncProperty(fc.record(values, { requiredKeys: [] }), async (sent: Record<string, string>) => {
        // First everything is set, so that there is something to clear.
        await call("PATCH", leadPath(lead), { json: { ...required, ...optionalFields() } });
        const { status, body } = await call("PATCH", leadPath(lead), { json: { ...required, ...sent } });
        expect(status, JSON.stringify(body)).toBe(200);
        const { contact, address, ...data } = body.data;
        const printed = {
          lead_firstname: contact.first_name,
          lead_lastname: contact.last_name,
          lead_email: contact.email,
          lead_phone: contact.phone,
          lead_company_name: contact.company_name,
          lead_job_position: contact.job_position,
          lead_website: contact.website,
          lead_value: data.value,
          lead_source: data.source,
          lead_last_contacted: data.last_contacted,
          lead_description: data.description,
          lead_street: address.street,
          lead_city: address.city,
          lead_state: address.state,
          lead_zip: address.zip,
          lead_country: address.country,
        };
        expect(printed).toEqual(
          Object.fromEntries(Object.keys(optionalFields()).map((name) => [name, sent[name] ?? null])),
        );
        expect(data).toMatchObject({
          assigned: [{ id: sam.number, name: "Sam Lee" }],
          tags: ["stays"],
          active_state: "archived",
        });
        expect(await getLead(contextOf(location), lead)).toMatchObject({
          utmSource: "stays",
          contact: { id: lead.contact.id, mobile: "+1 555 0111", salutation: "Dr" },
        });
      }),
      { numRuns: 50 },
    );
    expect((await call("GET", leadPath(lead, "/comments"))).body.data).toHaveLength(1);
  });

  test("asks for the three required fields again, and refuses all of it for one field", async () => {
    const lead = await aLead(location, { description: "Stays." });
    expect((await call("PATCH", leadPath(lead), form({ lead_status: "999999999" }))).body).toEqual(
      invalid({
        lead_title: ["The lead title field is required."],
        lead_status: ["The selected lead status is invalid."],
        lead_categoryid: ["The lead categoryid field is required."],
      }),
    );
    expect((await call("PATCH", leadPath(lead), form({ ...required, lead_email: "x" }))).status).toBe(422);
    expect(await getLead(contextOf(location), lead)).toEqual(lead);
  });

  test("is a move too when the status is another, and says so", async () => {
    const lead = await aLead(location);
    const other = (await aLead(location, { stage: { key: "tentative" } })).stage;
    const { body } = await call("PATCH", leadPath(lead), form({ ...required, lead_status: String(other.number) }));
    expect(body).toMatchObject({
      data: { status: { id: other.number, title: "Tentative" } },
      message: "Lead updated successfully.",
    });
    const types = (await eventsOf(location, lead)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(["lead.stage_changed", "lead.updated"]));
  });
});
