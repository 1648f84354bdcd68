import { readdirSync } from "node:fs";
import { and, asc, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { routeTable } from "@/app/api/table";
import { customFields, customValues, events, notes } from "@/db/schema/activity";
import { contacts, duplicateCandidates } from "@/db/schema/contacts";
import { leadTallies, opportunities } from "@/db/schema/opportunities";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aSession, aToken, contextOf, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { dataPath } from "@/lib/config/environment";
import { asSystem, read } from "@/lib/data/doors";
import { directDoor } from "@/lib/http/direct-door";
import { newId } from "@/lib/kit/id";
import { getLead } from "@/lib/leads/get-lead";
import { updateLead } from "@/lib/leads/update-lead";
import { runImport } from "./run-import";
import { runUndo } from "./run-undo";

let location: Location;
let admin: Member;
let call: ReturnType<typeof apiCaller>;

beforeEach(async () => {
  location = await aLocation({ timeZone: "Europe/Berlin", currency: "EUR", country: "DE" });
  admin = await aMember(location, { name: "Ada Admin" });
  call = apiCaller(routeTable, (await aToken(location, { user: admin })).secret);
});

const upload = async (text: string | Uint8Array<ArrayBuffer>, fileName = "leads.csv") =>
  call("POST", `/api/app/imports?fileName=${encodeURIComponent(fileName)}`, {
    body: typeof text === "string" ? Buffer.from(text) : text,
    headers: { "content-type": "text/csv" },
  });

/** Uploads a file, changes the plan that it suggests, and runs it to its end. */
async function run(text: string, changes: object = {}) {
  const file = await upload(text);
  expect(file.status).toBe(201);
  const planned = await call("PUT", `/api/app/imports/${file.body.id}`, { json: { ...file.body.plan, ...changes } });
  expect(planned.body).toMatchObject({ status: "ready" });
  const preview = await call("POST", `/api/app/imports/${file.body.id}/preview`);
  expect(preview.status).toBe(200);
  const started = await call("POST", `/api/app/imports/${file.body.id}/start`);
  expect(started.status).toBe(200);
  await runImport(contextOf(location), file.body.id, { isLast: false });
  const done = (await call("GET", `/api/app/imports/${file.body.id}`)).body;
  // The dry run finds what the run does.
  expect(preview.body.preview.counts).toEqual(done.counts);
  expect(done).toMatchObject({ status: "done", rowsDone: done.rowCount });
  return done;
}

const undo = async (id: string) => {
  expect((await call("POST", `/api/app/imports/${id}/undo`)).body).toMatchObject({ status: "undoing" });
  await runUndo(contextOf(location), id);
  return (await call("GET", `/api/app/imports/${id}`)).body;
};

const Told = z.object({ rows: z.array(z.object({ line: z.int(), reason: z.string() })) });
const Activity = z.object({
  events: z.array(z.object({ type: z.string(), leadId: z.string().nullable(), imported: z.unknown() })),
});
const Refused = z.object({ issues: z.array(z.object({ message: z.string() })) });

/** What is told of rows of an import: on which line, and why. */
const toldRows = async (id: string) =>
  Told.parse((await call("GET", `/api/app/imports/${id}/rows`)).body).rows.map(({ line, reason }) => [line, reason]);

const livingLeads = () =>
  read(contextOf(location), (transaction) =>
    transaction
      .select({ lead: opportunities, contact: contacts })
      .from(opportunities)
      .innerJoin(contacts, eq(contacts.id, opportunities.contactId))
      .where(and(eq(opportunities.locationId, location.id), isNull(opportunities.deletedAt)))
      .orderBy(asc(opportunities.id)),
  );

const allEvents = () =>
  read(contextOf(location), (transaction) =>
    transaction.select().from(events).where(eq(events.locationId, location.id)).orderBy(asc(events.number)),
  );

const hubspot = `Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Company Name,Create Date,Amount,Tags,Notes
1,Ada,Lovelace,ada@example.com,+49 30 901820,Ada Admin,Prospect,Analytical Engines,2026-03-04 10:00,"1.234,50 €",vip;warm,Call back
2,Charles,Babbage,charles@example.com,030 901821,,,,25.12.2025,99,,
`;

describe("a file of another program", () => {
  test("becomes leads like any others", async () => {
    const done = await run(hubspot);
    expect(done).toMatchObject({
      program: "HubSpot",
      counts: { new: 2, changed: 0, unchanged: 0, duplicate: 0, refused: 0 },
      plan: {
        columns: [
          null,
          "contact.firstName",
          "contact.lastName",
          "contact.email",
          "contact.phone",
          "lead.owner",
          "lead.stage",
          "contact.companyName",
          "lead.createdAt",
          "lead.value",
          "contact.tags",
          "lead.note",
        ],
        decimals: "comma",
      },
    });
    const [ada, charles] = await livingLeads();
    expect(ada?.contact).toMatchObject({
      name: "Ada Lovelace",
      emailNormal: "ada@example.com",
      phoneNormal: "+4930901820",
      companyName: "Analytical Engines",
      tags: ["vip", "warm"],
      createdById: admin.id,
    });
    expect(ada?.lead).toMatchObject({
      name: "Ada Lovelace",
      valueMinor: 123_450,
      currency: "EUR",
      ownerId: admin.id,
      ownerReference: admin.username,
      createdById: admin.id,
      createdAt: new Date("2026-03-04T09:00:00Z"),
      searchText: expect.stringContaining("analytical engines"),
      version: 1,
    });
    expect(ada?.lead.slug).toMatch(/^ada-lovelace-/);
    expect(charles?.lead.createdAt).toEqual(new Date("2025-12-24T23:00:00Z"));
    // The order of the file is the order of the board.
    expect((ada?.lead.position ?? "") < (charles?.lead.position ?? "")).toBe(true);
    const lead = await getLead(contextOf(location), { id: ada?.lead.id ?? "" });
    expect(lead.stage.key).toBe("prospect");
    const said = await allEvents();
    expect(
      said
        .filter(({ opportunityId, contactId }) => opportunityId === lead.id || contactId === lead.contact.id)
        .map(({ type }) => type),
    ).toEqual(["contact.created", "lead.created", "note.created"]);
    expect(said.every(({ actorName, type }) => actorName === "Ada Admin" || !type.startsWith("lead."))).toBe(true);
    expect(said.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["import.uploaded", "import.started", "import.finished"]),
    );
  });

  test("counts in the tallies as leads made by hand do", async () => {
    await run(hubspot);
    const rows = await read(contextOf(location), (transaction) =>
      transaction.select().from(leadTallies).where(eq(leadTallies.locationId, location.id)),
    );
    const of = (day: string | null) =>
      rows.filter(({ createdOn }) => createdOn === day).reduce((sum, { leads }) => sum + leads, 0);
    expect([of(null), of("2026-03-04"), of("2025-12-25")]).toEqual([2, 1, 1]);
  });

  test("sent again changes nothing", async () => {
    await run(hubspot);
    expect((await run(hubspot)).counts).toEqual({ new: 0, changed: 0, unchanged: 2, duplicate: 0, refused: 0 });
    expect(await livingLeads()).toHaveLength(2);
  });
});

test("deals of HubSpot come with their people, their outcome and their dates, whatever stands in parentheses", async () => {
  const deals = `Record ID,Deal Name,Deal Stage,Deal owner,Amount,Pipeline,Create Date (GMT+1),Associated Contact,Associated Company
900001,Riverside roof,Prospect (Sales Pipeline),Jane Doe,12500.50,Sales Pipeline,2026-10-05 08:00,Maria Johnson (maria@example.com),HubSpot
900002,Hill house,Closed Won (Sales Pipeline),Jane Doe,"£9,900",Sales Pipeline,2026-10-06 08:00,,Acme
`;
  const done = await run(deals);
  expect(done).toMatchObject({ program: "HubSpot", counts: { new: 2, refused: 0 } });
  const [roof, house] = await livingLeads();
  expect(roof?.contact).toMatchObject({ name: "Maria Johnson", emailNormal: "maria@example.com" });
  expect(roof?.lead).toMatchObject({
    name: "Riverside roof",
    status: "open",
    createdAt: new Date("2026-10-05T06:00:00Z"),
  });
  expect(house?.lead).toMatchObject({ status: "won", valueMinor: 990_000, currency: "GBP" });
});

test("of two columns for one field the one that says something fills it", async () => {
  const contacts = "Contact Id,First Name,Business Name,Company Name,Email\n1,Ada,,Engines,ada@example.com\n";
  expect((await run(contacts)).plan.columns).toEqual([
    null,
    "contact.firstName",
    null,
    "contact.companyName",
    "contact.email",
  ]);
});

test("stages and owners in the words of another program take the default, those of a file of ours do not", async () => {
  const theirs = "Email,Lead Status,Owner\na@example.com,NEW,Somebody Else\nb@example.com,IN_PROGRESS,Somebody Else\n";
  expect(await run(theirs)).toMatchObject({ plan: { whenUnknown: "default" }, counts: { new: 2, refused: 0 } });
  const mistyped = "Email,Stage\nc@example.com,Prospect\nd@example.com,Prospekt\n";
  expect(await run(mistyped)).toMatchObject({ plan: { whenUnknown: "refuse" }, counts: { new: 1, refused: 1 } });
});

test("an amount is in the currency that its row names", async () => {
  const text =
    "Email,Deal - Value,Deal - Currency\na@example.com,1234.5,usd\nb@example.com,1234,JPY\nc@example.com,5,\nd@example.com,,USD\ne@example.com,1,Euros\n";
  const done = await run(text);
  expect(done.counts).toMatchObject({ new: 4, refused: 1 });
  expect(JSON.stringify(done.preview)).toContain("$1,234.50");
  const amounts = async () => (await livingLeads()).map(({ lead }) => [lead.valueMinor, lead.currency]);
  expect(await amounts()).toEqual([
    [123_450, "USD"],
    [1234, "JPY"],
    [500, "EUR"],
    [null, "EUR"],
  ]);
  const filled = await run("Email,Value,Currency\na@example.com,7,GBP\nd@example.com,7,GBP\n", { duplicates: "fill" });
  expect(filled.counts).toMatchObject({ changed: 1, unchanged: 1 });
  expect([(await amounts()).at(0), (await amounts()).at(3)]).toEqual([
    [123_450, "USD"],
    [700, "GBP"],
  ]);
});

test("what happened last tells an import once, and what else was done one by one", async () => {
  const before = await aLead(location, { name: "Made by hand" }, admin);
  const { id } = await run(hubspot);
  const told = async (as = call) =>
    Activity.parse((await as("GET", "/api/app/overview/activity")).body).events.map(({ type, leadId, imported }) => [
      type,
      leadId,
      imported,
    ]);
  const imported = { id, leads: 2, fileName: "leads.csv" };
  const made = ["lead.created", before.id, null];
  expect(await told()).toEqual([["import.finished", null, imported], made]);
  const seeing = async (visibility: "all" | "own") => {
    const rep = await aMember(location, { role: "rep", visibility });
    return told(apiCaller(routeTable, (await aToken(location, { user: rep })).secret));
  };
  expect(await seeing("all")).toEqual([["import.finished", null, { ...imported, id: null }], made]);
  expect(await seeing("own")).toEqual([]);
  await undo(id);
  expect(await told()).toEqual([["import.undone", null, null], ["import.finished", null, imported], made]);
});

describe("people known already", () => {
  const known = () =>
    aLead(
      location,
      { name: "Roof", source: "Fair", contact: { firstName: "Ada", lastName: "Lovelace", email: "Ada@Example.com" } },
      admin,
    );
  const text = "Email,First name,City,Value,Source,Tags\nada@example.com,Augusta,London,500,Web,vip\n";

  test("skip", async () => {
    await known();
    expect((await run(text, { duplicates: "skip" })).counts).toMatchObject({ duplicate: 1, new: 0 });
    expect((await livingLeads())[0]?.contact.city).toBeNull();
  });

  test("fill what is empty", async () => {
    const lead = await known();
    expect((await run(text, { duplicates: "fill" })).counts).toMatchObject({ changed: 1 });
    const [row] = await livingLeads();
    expect(row?.contact).toMatchObject({ firstName: "Ada", city: "London", email: "Ada@Example.com", tags: ["vip"] });
    expect(row?.lead).toMatchObject({ valueMinor: 50_000, source: "Fair", version: lead.version + 1 });
    const said = (await allEvents()).filter(({ opportunityId }) => opportunityId === lead.id);
    expect(said).toContainEqual(
      expect.objectContaining({ type: "lead.updated", before: { valueMinor: null }, after: { valueMinor: 50_000 } }),
    );
  });

  test("overwrite", async () => {
    await known();
    expect((await run(text, { duplicates: "overwrite" })).counts).toMatchObject({ changed: 1 });
    const [row] = await livingLeads();
    expect(row?.contact).toMatchObject({ firstName: "Augusta", name: "Augusta Lovelace", city: "London" });
    expect(row?.lead).toMatchObject({ source: "Web", searchText: expect.stringContaining("augusta lovelace") });
  });

  test("create: another person under the same email is marked as a possible duplicate", async () => {
    await known();
    expect((await run(text, { duplicates: "create" })).counts).toMatchObject({ new: 1 });
    expect(await livingLeads()).toHaveLength(2);
    const pairs = await read(contextOf(location), (transaction) =>
      transaction.select().from(duplicateCandidates).where(eq(duplicateCandidates.locationId, location.id)),
    );
    expect(pairs).toMatchObject([{ reason: "email" }]);
  });

  test("a shared phone alone does not make two people with two emails one", async () => {
    await known();
    const rows = "Email,Phone\nx@example.com,030 901820\ny@example.com,030 901820\n,030 901820\n";
    expect((await run(rows)).counts).toMatchObject({ new: 2, unchanged: 1 });
  });

  test("twice in one file", async () => {
    const rows =
      "Email,City,Phone\na@example.com,,\nA@example.com,Rome,\na@example.com,Rome,030 901820\n,,030/901820\n";
    expect((await run(rows)).counts).toEqual({ new: 1, changed: 2, unchanged: 1, duplicate: 0, refused: 0 });
    expect(await livingLeads()).toMatchObject([{ contact: { city: "Rome", phoneNormal: "+4930901820" } }]);
  });
});

test("new custom fields are made on the way, and known ones filled", async () => {
  const text = 'Email,Roof type,Roof area\na@example.com,Flat,"12,5"\nb@example.com,Steep,abc\n';
  const done = await run(text, { columns: ["contact.email", "new:text", "new:number"], decimals: "comma" });
  expect(done.counts).toMatchObject({ new: 1, refused: 1 });
  const [fields, values] = await read(contextOf(location), (transaction) =>
    Promise.all([
      transaction.select().from(customFields).where(eq(customFields.locationId, location.id)).orderBy(customFields.id),
      transaction.select().from(customValues).where(eq(customValues.locationId, location.id)),
    ]),
  );
  expect(fields.map(({ name, fieldKey, dataType }) => [name, fieldKey, dataType])).toEqual([
    ["Roof type", "roof_type", "text"],
    ["Roof area", "roof_area", "number"],
  ]);
  expect(new Set(values.map(({ value }) => value))).toEqual(new Set([12.5, "Flat"]));
  // Sent again, the columns are known by their headings, and nothing changes.
  const again = await run(text, { decimals: "comma" });
  expect(again.counts).toMatchObject({ unchanged: 1, refused: 1 });
  expect(again.plan.columns[1]).toBe(`custom:${fields[0]?.id ?? ""}`);
});

test("custom fields of every type are read by the customs of the file", async () => {
  const field = { locationId: location.id, recordType: "lead" as const };
  await asSystem("custom fields of a test", (transaction) =>
    transaction.insert(customFields).values([
      { ...field, id: newId(), fieldKey: "budget", name: "Budget", dataType: "money" },
      { ...field, id: newId(), fieldKey: "parts", name: "Parts", dataType: "checkboxes", options: ["Roof", "Battery"] },
    ]),
  );
  const done = await run('Email;Budget;Parts\na@example.com;"1.234,50 €";Roof, Battery\nb@example.com;;Cellar\n');
  expect(done.counts).toMatchObject({ new: 1, refused: 1 });
  const values = await read(contextOf(location), (transaction) =>
    transaction.select().from(customValues).where(eq(customValues.locationId, location.id)).orderBy(customValues.id),
  );
  expect(values.map(({ value }) => value)).toEqual([1234.5, ["Roof", "Battery"]]);
});

test("refused rows are told, and come back as a file that can be put right", async () => {
  const text =
    'Email,Name,Value,Stage\nnot-an-email,Ada,1,\nb@example.com,"=cmd|calc",x,\nc@example.com,Cy,1,Nowhere\n,,,\nd@example.com,Dora,1,contact\n';
  const done = await run(text);
  expect(done.counts).toMatchObject({ new: 1, refused: 3 });
  expect(await toldRows(done.id)).toEqual([
    [2, "Email: “not-an-email” is not an email address."],
    [3, "Value: “x” is not an amount of money."],
    [4, "Stage: there is no stage “Nowhere” here."],
  ]);
  const { directDoor } = await import("@/lib/http/direct-door");
  const secret = (await aToken(location, { user: admin })).secret;
  const answer = await directDoor(routeTable)(
    new Request(`http://leadwright.test/api/app/imports/${done.id}/refused-rows`, {
      headers: { authorization: `Bearer ${secret}` },
    }),
  );
  expect(answer?.headers.get("content-disposition")).toContain("leads refused.csv");
  expect(await answer?.text()).toBe(
    "\uFEFFEmail,Name,Value,Stage,Line,Reason\r\nnot-an-email,Ada,1,,2,Email: “not-an-email” is not an email address.\r\nb@example.com,'=cmd|calc,x,,3,Value: “x” is not an amount of money.\r\nc@example.com,Cy,1,Nowhere,4,Stage: there is no stage “Nowhere” here.\r\n".replace(
      "\uFEFF",
      "",
    ),
  );
});

test("a refused row is shown by the name that it says", async () => {
  const { body } = await upload(
    "Record ID,First name,Last name,Email\n7,Nobody,Known,not an email\n8,,,nor this\n9,Ada,,a@x.com\n",
  );
  const preview = await call("POST", `/api/app/imports/${body.id}/preview`);
  const Names = z.object({ rows: z.array(z.object({ kind: z.string(), name: z.string() })) });
  const refused = Names.parse(preview.body.preview).rows.filter(({ kind }) => kind === "refused");
  expect(refused.map(({ name }) => name)).toEqual(["Nobody Known", "nor this"]);
});

test("amounts of a dry run are written as whoever asks for it writes them", async () => {
  expect((await call("PATCH", "/api/app/profile", { json: { locale: "de-DE" } })).status).toBe(200);
  const { body } = await upload("Email,Deal value\na@example.com,1234.5\n");
  const { preview } = (await call("POST", `/api/app/imports/${body.id}/preview`)).body;
  expect(JSON.stringify(preview)).toMatch(/1\.234,50\s€/);
});

test("reasons write numbers as the browser of whoever reads them", async () => {
  const { cookie } = await aSession(location, admin);
  const send = apiCaller(routeTable, null);
  const browser = { cookie, "accept-language": "de-DE,de;q=0.9,en;q=0.8" };
  call = (method, path, sent) => send(method, path, { ...sent, headers: { ...sent?.headers, ...browser } });
  const done = await run(`Email,Note,Deal value\na@example.com,${"x".repeat(20_001)},\nb@example.com,,1234.5\n`);
  expect(JSON.stringify(done.preview)).toContain("1.234,50 €");
  expect(JSON.stringify(done.preview)).toContain("longer than 20.000 characters");
  expect(await toldRows(done.id)).toEqual([[2, "Note: is longer than 20.000 characters."]]);
  const tooLong = await upload(`Email\n${"x".repeat(600_000)}\n`);
  expect(JSON.stringify(tooLong.body)).toContain("longer than 500.000 characters");
});

test("whoever is not known can be left to the default", async () => {
  const done = await run("Email,Owner,Stage\na@example.com,Nobody,Nowhere\n", {
    whenUnknown: "default",
    ownerId: admin.id,
  });
  expect(done.counts).toMatchObject({ new: 1 });
  expect((await livingLeads())[0]?.lead.ownerId).toBe(admin.id);
});

describe("undo", () => {
  test("removes what was made and puts back what was changed", async () => {
    const lead = await aLead(
      location,
      { name: "Roof", contact: { firstName: "Ada", email: "ada@example.com" }, tags: ["old"] },
      admin,
    );
    const before = await getLead(contextOf(location), { id: lead.id });
    const text =
      "Email,First name,City,Value,Stage,Tags,Note,Roof\nada@example.com,Augusta,London,500,Prospect,vip,Hello,Flat\nada@example.com,Ada K,Rome,700,Customer,,,Steep\nnew@example.com,New,Bonn,1,,,Hi,\n";
    const done = await run(text, {
      duplicates: "overwrite",
      columns: [
        "contact.email",
        "contact.firstName",
        "contact.city",
        "lead.value",
        "lead.stage",
        "contact.tags",
        "lead.note",
        "new:text",
      ],
    });
    expect(done.counts).toMatchObject({ new: 1, changed: 2 });
    expect(await undo(done.id)).toMatchObject({
      status: "undone",
      undo: { rowsDone: 3, rowsTotal: 3, removed: 1, restored: 2, kept: 0 },
    });
    const after = await getLead(contextOf(location), { id: lead.id });
    // It was moved to another stage and back: since when it is in this one is told anew.
    const plain = ({ version: _version, updatedAt: _updatedAt, stageChangedAt: _since, ...fields }: typeof after) =>
      fields;
    expect(plain(after)).toEqual(plain(before));
    expect(await livingLeads()).toHaveLength(1);
    const [people, written, values] = await read(contextOf(location), (transaction) =>
      Promise.all([
        transaction
          .select()
          .from(contacts)
          .where(and(eq(contacts.locationId, location.id), isNull(contacts.deletedAt))),
        transaction
          .select()
          .from(notes)
          .where(and(eq(notes.locationId, location.id), isNull(notes.deletedAt))),
        transaction.select().from(customValues).where(eq(customValues.opportunityId, lead.id)),
      ]),
    );
    expect([people.length, values.length]).toEqual([1, 0]);
    expect(written.filter(({ opportunityId }) => opportunityId === lead.id)).toEqual([]);
  });

  test("leaves what somebody changed since, and tells it", async () => {
    const lead = await aLead(location, { contact: { email: "ada@example.com" } }, admin);
    const done = await run(
      "Email,City,Value\nada@example.com,London,500\nnew@example.com,Bonn,1\nother@example.com,Ulm,2\n",
    );
    const made = (await livingLeads()).find(({ contact }) => contact.email === "new@example.com");
    const context = contextOf(location, admin);
    await updateLead(context, { lead: { id: made?.lead.id ?? "" }, changes: { valueMinor: 7 } });
    await updateLead(context, { lead: { id: lead.id }, changes: { contact: { city: "Paris" } } });
    expect((await undo(done.id)).undo).toMatchObject({ removed: 1, restored: 0, kept: 2 });
    expect(
      (await livingLeads()).map(({ contact, lead: { valueMinor } }) => [contact.email, contact.city, valueMinor]),
    ).toEqual([
      ["ada@example.com", "Paris", null],
      ["new@example.com", "Bonn", 7],
    ]);
    expect(await toldRows(done.id)).toEqual([
      [2, "Changed since, and left as it is: city."],
      [3, "Somebody worked on this lead since it was imported, so it was left."],
    ]);
    expect((await call("POST", `/api/app/imports/${done.id}/undo`)).status).toBe(409);
  });
});

test("a file that can not be imported is refused, and nothing is kept", async () => {
  const garbage = await upload(Uint8Array.from({ length: 4000 }, (_, place) => (place * 7919) % 256));
  expect([garbage.status, garbage.body.issues[0].path]).toEqual([422, ["file"]]);
  const large = await call("POST", "/api/app/imports", {
    body: Buffer.from("Email\n"),
    headers: { "content-length": String(5 * 2 ** 30) },
  });
  expect([large.status, large.body.detail]).toEqual([413, "The file is too large. Send at most 50 MB."]);
  expect((await call("GET", "/api/app/imports")).body.imports).toEqual([]);
});

test("a file that says nothing of its size is refused while it comes in, and nothing of it stays", async () => {
  const { secret } = await aToken(location, { user: admin });
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1;
      controller.enqueue(new Uint8Array(2 ** 20).fill(97));
    },
  });
  // A stream says `duplex`; the DOM's types do not know it.
  const streamed: object = { duplex: "half" };
  const headers = { authorization: `Bearer ${secret}`, "content-type": "text/csv" };
  const answer = await directDoor(routeTable)(
    new Request("http://leadwright.test/api/app/imports", { ...streamed, method: "POST", headers, body: endless }),
  );
  expect(answer?.status).toBe(413);
  expect(await answer?.json()).toMatchObject({ detail: "The file is too large. Send at most 50 MB." });
  expect(sent).toBeLessThan(60);
  expect(readdirSync(dataPath("incoming"))).toEqual([]);
});

test("a plan that can not be run is refused", async () => {
  const { body } = await upload("A,B\n1,2\n");
  const plan = async (changes: object) => {
    const answer = await call("PUT", `/api/app/imports/${body.id}`, { json: { ...body.plan, ...changes } });
    return Refused.parse(answer.body).issues.map(({ message }) => message);
  };
  expect(await plan({ columns: [null, null] })).toEqual([expect.stringContaining("Match a column")]);
  expect(await plan({ columns: ["contact.email", "contact.email"] })).toEqual([
    expect.stringContaining("Two columns fill Email"),
  ]);
  expect(await plan({ columns: ["contact.email"] })).toEqual([expect.stringContaining("2 columns")]);
  expect(await plan({ columns: ["contact.email", "nonsense"] })).toHaveLength(1);
  expect(await plan({ columns: ["contact.email", null], stageId: admin.id })).toEqual([
    "There is no such stage in the location.",
  ]);
  expect((await call("POST", `/api/app/imports/${body.id}/start`)).status).toBe(422);
});

test("reps, and those who do not see all leads, may not import; other locations see nothing", async () => {
  const { body } = await upload(hubspot);
  const rep = apiCaller(
    routeTable,
    (await aToken(location, { user: await aMember(location, { role: "rep" }) })).secret,
  );
  const own = await aMember(location, { role: "manager", visibility: "own" });
  const narrow = apiCaller(routeTable, (await aToken(location, { user: own })).secret);
  const stranger = apiCaller(routeTable, (await aToken(await aLocation())).secret);
  for (const [method, path] of [
    ["GET", ""],
    ["GET", "/choices"],
    ["GET", `/${body.id}`],
    ["GET", `/${body.id}/rows`],
    ["POST", `/${body.id}/preview`],
    ["POST", `/${body.id}/start`],
    ["POST", `/${body.id}/cancel`],
    ["POST", `/${body.id}/undo`],
  ] as const) {
    expect((await rep(method, `/api/app/imports${path}`)).status).toBe(403);
    expect((await narrow(method, `/api/app/imports${path}`)).status).toBe(403);
    if (path.includes(body.id)) expect((await stranger(method, `/api/app/imports${path}`)).status).toBe(404);
  }
  expect((await stranger("GET", "/api/app/imports")).body.imports).toEqual([]);
});

test("an import that was cancelled writes nothing more", async () => {
  const { body } = await upload(hubspot);
  await call("POST", `/api/app/imports/${body.id}/start`);
  expect((await call("POST", `/api/app/imports/${body.id}/cancel`)).body.status).toBe("cancelled");
  await runImport(contextOf(location), body.id, { isLast: false });
  expect(await livingLeads()).toEqual([]);
  expect((await call("POST", `/api/app/imports/${body.id}/start`)).status).toBe(409);
});
