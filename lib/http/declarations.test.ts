import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { asReceived } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken } from "@/db/testing/factories";
import { type Fingerprint, fingerprints } from "@/db/testing/fingerprint";
import { fieldsOf, plainValue, sharpValues, wildBody, wildValues } from "@/db/testing/wild-values";
import type { Location } from "@/lib/access/context";
import type { Lead } from "@/lib/leads/model";
import { integrationScopes } from "@/lib/locations/model";
import { directDoor } from "./direct-door";
import { type Endpoint, formsOf } from "./endpoint";
import { EventStreamAnswer } from "./event-stream";
import { FileDownload } from "./file-answer";
import type { BodyForm } from "./read-body";
import { isEndpoint, isPublicEndpoint } from "./route-exports";

type Declared = { title: string; method: string; path: string; endpoint: Endpoint };
type Sent = { status: number; text: string; body: unknown };
type Tenant = {
  location: Location;
  key: string;
  token: string;
  integration: string;
  lead: Lead;
  userId: string;
  userNumber: number;
  username: string;
};

const door = directDoor(routeTable);
const refusals = [400, 401, 403, 404, 409, 412, 413, 415, 422];

const declared: Declared[] = routeTable.flatMap(({ path, methods }) =>
  Object.entries(methods).flatMap(([method, handler]) => {
    const endpoint = handler as Endpoint;
    return endpoint.declaration ? [{ title: `${method} ${path}`, method, path, endpoint }] : [];
  }),
);

/** Each endpoint once, at the first of its paths: some answer at several. */
const distinct = declared.filter(
  ({ endpoint }, index) => declared.findIndex((other) => other.endpoint === endpoint) === index,
);

let mine: Tenant;
let theirs: Tenant;
let prints: Awaited<ReturnType<typeof fingerprints>>;
/** What the tables held after the last request; undefined when something else has written since. */
let last: Fingerprint | undefined;

beforeAll(async () => {
  [mine, theirs] = [await aTenant(), await aTenant()];
  prints = await fingerprints();
});
afterAll(() => prints.close());

async function aTenant(): Promise<Tenant> {
  const location = await aLocation();
  const user = await aMember(location);
  const [{ secret: key }, { secret: token }] = [await aToken(location), await aToken(location, { user })];
  const kind = "private_integration";
  const { secret: integration } = await aToken(location, { kind, scopes: [...integrationScopes] });
  return {
    location,
    key,
    token,
    integration,
    lead: await aLead(location, {}, user),
    userId: user.id,
    userNumber: user.number,
    username: user.username,
  };
}

function credentials({ endpoint }: Declared): Record<string, string> {
  if (endpoint.dialect.security.includes("integration")) return { authorization: `Bearer ${mine.integration}` };
  return endpoint.dialect.security.includes("apikey")
    ? { apikey: mine.key, authorization: `Bearer ${mine.token}` }
    : { authorization: `Bearer ${mine.token}` };
}

/** The ways records of a tenant are named, by one dialect or another. */
const namesIn = ({ lead, userId, userNumber, username }: Tenant): string[] => [
  lead.id,
  `lead_${lead.id}`,
  String(lead.number),
  lead.slug,
  lead.contact.id,
  String(lead.stage.number),
  lead.stage.id,
  lead.category.id,
  userId,
  String(userNumber),
  username,
];

/** A text without what differs from answer to answer. */
const withoutMoment = (text: string): string =>
  text.replaceAll(/"requestId":"\w+"|"traceId":"\w+"|"asOf":"[^"]+"/g, "");

const pathWith = (path: string, name: string, ending = ""): string =>
  path.replaceAll(/\[(?:\.\.\.)?\w+\]/g, encodeURIComponent(name)) + ending;

/** The path of an endpoint to a lead of ours, named as its dialect names leads. */
function ownPath({ path, endpoint }: Declared): string {
  const parts = [...path.matchAll(/\[(\w+)\]/g)].map(([, part = ""]) => part);
  // Every id has one shape: a contact is named by its own.
  if (parts.join() === "contactId") return pathWith(path, mine.lead.contact.id);
  const fits = (name: string) =>
    endpoint.declaration.path?.safeParse(Object.fromEntries(parts.map((part) => [part, name]))).success;
  return pathWith(path, namesIn(mine).find(fits) ?? mine.lead.id);
}

async function send(
  one: Declared,
  {
    path = ownPath(one),
    headers = credentials(one),
    query = "",
    body,
  }: {
    path?: string;
    headers?: Record<string, string>;
    query?: string;
    body?: BodyInit | undefined;
  } = {},
): Promise<Sent> {
  const arrived = await asReceived(body ?? null);
  const request = new Request(`http://localhost${path}${query}`, {
    ...arrived,
    method: one.method,
    headers: { ...arrived.headers, ...headers },
  });
  const response = await door(request);
  if (!response) throw new Error(`No route takes ${path}`);
  // A stream goes on for ever; that it begins is its answer.
  const isStream = response.headers.get("content-type") === "text/event-stream";
  if (isStream) await response.body?.cancel();
  const text = isStream ? "" : await response.text();
  const isJson = /[/+]json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, text, body: isJson && text !== "" ? JSON.parse(text) : undefined };
}

/** Data as a body of a form that the dialect reads. */
function encoded(form: BodyForm, data: unknown): { body: BodyInit; headers: Record<string, string> } {
  if (form === "json") return { body: JSON.stringify(data), headers: { "content-type": "application/json" } };
  const pairs = Object.entries(typeof data === "object" && data !== null ? data : {}).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((each) => [`${name}[]`, asText(each)] as const) : [[name, asText(value)] as const],
  );
  if (form === "urlencoded") {
    const body = pairs.map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join("=")).join("&");
    return { body, headers: { "content-type": "application/x-www-form-urlencoded" } };
  }
  const multipart = new FormData();
  for (const [name, value] of pairs) multipart.append(name, value);
  return { body: multipart, headers: {} };
}

const asText = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

/** A refusal is documented, in the dialect's envelope; a success is what the declaration says it answers. */
function expectDocumented({ endpoint, title }: Declared, { status, body, text }: Sent): void {
  const { declaration, dialect } = endpoint;
  if (status < 300) {
    expect(status, title).toBe(declaration.status ?? 200);
    if (declaration.answer !== EventStreamAnswer && declaration.answer !== FileDownload)
      expect(declaration.answer.safeParse(body).error, text).toBeUndefined();
    return;
  }
  expect([...refusals, ...(declaration.failures ?? [])], `${title} answers ${status}: ${text}`).toContain(status);
  expect(dialect.error.safeParse(body).error, text).toBeUndefined();
}

/** Sends a request and holds what must be true of every answer: documented, all or nothing, and never another tenant's rows. */
async function expectSound(one: Declared, what: Parameters<typeof send>[1]): Promise<Sent> {
  const before = (last ??= await prints.take(theirs.location.id));
  const answer = await send(one, what);
  expectDocumented(one, answer);
  last = await prints.take(theirs.location.id);
  if (answer.status >= 400) expect(last.all, `${one.title} answers ${answer.status} and wrote`).toEqual(before.all);
  expect(last.ofLocation, `${one.title} wrote to another tenant`).toEqual(before.ofLocation);
  return answer;
}

/** What reading leaves as it was: everything, but that a file was taken out is written down. */
const kept = ({ endpoint }: Declared, { all, ...rest }: Fingerprint): Fingerprint =>
  endpoint.declaration.answer === FileDownload ? { ...rest, all: { ...all, events: "" } } : { ...rest, all };

/** Sends each query, and holds the same of all answers. What only reads is looked at once, after all of them. */
async function expectSoundQueries(one: Declared, queries: string[]): Promise<void> {
  if (one.method !== "GET") {
    for (const query of queries) await expectSound(one, { query: `?${query}` });
    return;
  }
  const before = (last ??= await prints.take(theirs.location.id));
  for (const query of queries) expectDocumented(one, await send(one, { query: `?${query}` }));
  last = await prints.take(theirs.location.id);
  expect(kept(one, last), `${one.title} reads and wrote`).toEqual(kept(one, before));
}

const declares = (part: "body" | "query" | "path") => (one: Declared) => one.endpoint.declaration[part] !== undefined;
const each = (list: Declared[]) => list.map((one) => [one.title, one] as const);

describe("every endpoint", () => {
  test("is declared", () => {
    const handlers = routeTable.flatMap(({ path, methods }) =>
      Object.entries(methods).map(([method, handler]) => ({ title: `${method} ${path}`, handler })),
    );
    const undeclared = handlers.filter(({ handler }) => !isEndpoint(handler) && !isPublicEndpoint(handler));
    expect(undeclared.map(({ title }) => title)).toEqual([]);
    expect(new Set(distinct.map(({ endpoint }) => endpoint.declaration.operation)).size).toBe(distinct.length);
  });

  test.each(each(declared))("%s without credentials, or with wrong ones, is a 401", async (_, one) => {
    const wrong = { authorization: "Bearer lwu_wrong", apikey: "lwk_wrong", "content-type": "application/json" };
    const attempts: Record<string, string>[] = [
      { "content-type": "application/json" },
      wrong,
      { authorization: "Basic eDp5" },
    ];
    for (const headers of attempts) {
      const answer = await expectSound(one, { headers, body: one.method === "GET" ? undefined : "{" });
      expect(answer.status).toBe(401);
    }
  });

  test.each(each(declared))("%s answers alike with and without a slash at the end", async (_, one) => {
    const body = one.method === "GET" ? undefined : "{";
    // What is deleted by the one path is gone by the other.
    const name = one.method === "DELETE" ? neverMade(mine.lead.id) : mine.lead.id;
    const answers = await Promise.all(
      ["", "/"].map((ending) => send(one, { path: pathWith(one.path, name, ending), body })),
    );
    last = undefined;
    // What each of them made has an id of its own: its fields are what is alike.
    const alike = answers.map(({ status, text, body: made }) => [
      status,
      status === 201 ? Object.keys(Object(made)) : withoutMoment(text),
    ]);
    expect(alike[1]).toEqual(alike[0]);
  });
});

describe("bodies that can not be read", () => {
  // A file that is a body itself has no form that it must keep to.
  const withForm = distinct.filter(declares("body")).filter(({ endpoint }) => !endpoint.declaration.takesUpload);
  test.each(each(withForm))("%s refuses them and writes nothing", async (_, one) => {
    const bodies = formsOf(one.endpoint);
    const as = (type: string) => ({ ...credentials(one), "content-type": type });
    const unreadable: [BodyInit, Record<string, string>, number[]][] = [
      ["a=b", as("text/plain"), [415]],
      ["<a/>", as("application/xml"), [415]],
      ["{}", as("not a type"), [415]],
      [
        "x".repeat(1_100_000),
        as(bodies.includes("json") ? "application/json" : "application/x-www-form-urlencoded"),
        [413],
      ],
    ];
    if (bodies.includes("json")) {
      for (const text of ["{", "{]", "nul", "\u0000", '{"a":1e999}{', '"', "[".repeat(100_000)])
        unreadable.push([text, as("application/json"), [400]]);
      unreadable.push(["{}", as("application/json; charset=klingon"), [415]]);
      unreadable.push([new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), as("application/json"), [400]]);
    }
    if (bodies.includes("urlencoded")) unreadable.push(["a=%ff%fe", as("application/x-www-form-urlencoded"), [400]]);
    if (bodies.includes("multipart")) {
      unreadable.push(["no parts", as("multipart/form-data; boundary=x"), [400]]);
      unreadable.push(["--x\r\n", as("multipart/form-data"), [400]]);
    }
    for (const [body, headers, statuses] of unreadable) {
      const answer = await expectSound(one, { headers, body });
      // A record that is not there may be what is said first.
      expect([...statuses, 404], `${asText(body).slice(0, 40)}: ${answer.text}`).toContain(answer.status);
    }
  });
});

describe("wild values", () => {
  test.each(each(distinct.filter(declares("body"))))(
    "%s takes or refuses each, in every field at once and in each alone",
    async (_, one) => {
      const { body: schema } = one.endpoint.declaration;
      if (!schema) return;
      const known = plainValue(schema);
      const [form = "json", ...others] = formsOf(one.endpoint);
      const everywhere = (wild: unknown) => Object.fromEntries(Object.keys(known).map((name) => [name, wild]));
      for (const wild of wildValues) await expectSoundBody(one, form, everywhere(wild));
      for (const other of others) {
        for (const sharp of sharpValues) await expectSoundBody(one, other, everywhere(sharp));
      }
      for (const [name, value] of Object.entries(known)) {
        await expectSoundBody(one, form, { [name]: value });
        for (const sharp of sharpValues) await expectSoundBody(one, form, { ...known, [name]: sharp });
      }
    },
  );

  test.each(each(distinct.filter(declares("body"))))("%s takes or refuses bodies nobody thought of", async (_, one) => {
    const { body: schema } = one.endpoint.declaration;
    if (!schema) return;
    const form = fc.constantFrom(...formsOf(one.endpoint));
    const body = wildBody(plainValue(schema), [
      ...namesIn(theirs),
      ...namesIn(theirs).map(Number).filter(Number.isSafeInteger),
    ]);
    await fc.assert(
      fc.asyncProperty(form, body, (chosen, data) => expectSoundBody(one, chosen, data)),
      { numRuns: 40 },
    );
  });

  test.each(each(distinct.filter(declares("query"))))("%s takes or refuses each in the query", async (_, one) => {
    const names = fieldsOf(one.endpoint.declaration.query);
    const values = wildValues.map((wild) => encodeURIComponent(asText(wild).toWellFormed().slice(0, 8_000)));
    await expectSoundQueries(one, [
      ...values.map((value) => names.map((name) => `${encodeURIComponent(name)}=${value}`).join("&")),
      ...values
        .slice(0, sharpValues.length)
        .flatMap((value) => names.map((name) => `${encodeURIComponent(name)}=${value}`)),
      "%ff=%fe",
      "a[]=1&a=2&a[]=3",
      "__proto__=1&constructor=2",
      "=",
      "&&&",
      "a=1&".repeat(2_000),
    ]);
  });

  test.each(each(distinct.filter(({ path }) => path.includes("["))))(
    "%s knows no record by a wild name",
    async (_, one) => {
      for (const wild of wildValues) {
        const name = asText(wild).toWellFormed().slice(0, 2_000);
        if (name === "") continue;
        const path = pathWith(one.path, name);
        const answer = await expectSound(one, { path, ...bodyOf(one) });
        expect(answer.status, `${path}: ${answer.text}`).toBeGreaterThanOrEqual(400);
      }
    },
  );

  /** Sends a body to a record that is there: what a successful deletion took is made again. */
  async function expectSoundBody(one: Declared, form: BodyForm, data: unknown): Promise<void> {
    const { body, headers } = encoded(form, data);
    const answer = await expectSound(one, { path: ownPath(one), headers: { ...credentials(one), ...headers }, body });
    if (one.method !== "DELETE" || answer.status >= 300) return;
    mine.lead = await aLead(mine.location);
    last = undefined;
  }
});

describe("records of another tenant", () => {
  test.each(each(distinct.filter(({ path }) => path.includes("["))))(
    "%s knows them no better than records that never were",
    async (_, one) => {
      // Numbers of different kinds of records may be equal: only a lead's own is no number of ours.
      const names = namesIn(theirs).filter((name) => !/^\d+$/.test(name) || name === String(theirs.lead.number));
      for (const name of names) {
        const [foreign, unknown] = [name, neverMade(name)];
        const answers = [];
        for (const which of [foreign, unknown])
          answers.push(await expectSound(one, { path: pathWith(one.path, which), ...bodyOf(one) }));
        const [known, never] = answers.map(({ status, text }) => [status, withoutMoment(text)]);
        expect(known).toEqual(never);
      }
    },
  );
});

/** A name of the same shape that no record has. */
const neverMade = (name: string): string =>
  /^\d+$/.test(name) ? "999999999" : name.slice(0, -4) + (name.endsWith("zzzz") ? "yyyy" : "zzzz");

/** A plain body for an endpoint that takes one. */
function bodyOf(one: Declared): { headers?: Record<string, string>; body?: BodyInit } {
  const { body: schema } = one.endpoint.declaration;
  if (!schema) return {};
  const { body, headers } = encoded(formsOf(one.endpoint)[0] ?? "json", plainValue(schema));
  return { body, headers: { ...credentials(one), ...headers } };
}
