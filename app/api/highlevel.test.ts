import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller, type ApiRequest } from "@/db/testing/call-api";
import { aToken } from "@/db/testing/factories";
import { fingerprints } from "@/db/testing/fingerprint";
import { aHighLevelApi } from "@/db/testing/highlevel";
import { fieldsOf } from "@/db/testing/wild-values";
import { createToken } from "@/lib/access/create-token";
import { documentedOperation } from "@/lib/dialects/highlevel/catalogue";
import { highlevel } from "@/lib/dialects/highlevel/dialect";
import { implementedOperations } from "@/lib/dialects/highlevel/map";
import type { Endpoint } from "@/lib/http/endpoint";
import { newId } from "@/lib/kit/id";
import { integrationScopes } from "@/lib/locations/model";

type Api = Awaited<ReturnType<typeof aHighLevelApi>>;
type Ids = Record<string, string>;
type Operation = { id: string; method: string; path: string; endpoint: Endpoint };

const operations: Operation[] = implementedOperations(routeTable).map(({ id, method, path }) => {
  const handler = routeTable.find((route) => route.path === path)?.methods[method];
  // The walk has found it to be one.
  return { id, method, path, endpoint: handler as Endpoint };
});
const each = operations.map((operation) => [operation.id, operation] as const);

/** Which record of ours a name of a parameter or field means. */
const idNames: Record<string, string> = {
  assignedTo: "userId",
  location_id: "locationId",
  pipeline_id: "pipelineId",
  pipeline_stage_id: "pipelineStageId",
  contact_id: "contactId",
  assigned_to: "userId",
  ids: "contactId",
  contacts: "contactId",
  followers: "userId",
  startAfterId: "contactId",
};
const lists = new Set(["ids", "contacts", "followers"]);
/** What answers for each record that is named, and says that a stranger's is not there. */
const answersForEach = new Set(["contacts-create-association"]);

/** The record that a name stands for in an operation; undefined for names that mean no record. */
function recordOf(name: string, { path }: Pick<Operation, "path">): string | undefined {
  if (name === "id")
    return path.includes("/notes/") ? "noteId" : path.includes("opportunities") ? "opportunityId" : undefined;
  return idNames[name] ?? (name in mine.ids ? name : undefined);
}

/** Words in paths that mean no record. */
const pathWords: Record<string, string> = { type: "add" };

const plainValues: Record<string, unknown> = {
  tags: ["red"],
  body: "Some words",
  title: "Call",
  name: "A name",
  dataType: "TEXT",
  dueDate: "2031-05-06T15:00:00Z",
  completed: true,
  eventStartTime: "2031-05-06T15:00:00Z",
  status: "won",
  monetaryValue: 12.5,
  firstName: "Rosa",
  city: "Austin",
  page: 1,
};

/** A value for every field that `names` has and we know one for. */
function values(names: string[], operation: Operation, ids: Ids): Record<string, unknown> {
  const known = names.flatMap((name): [string, unknown][] => {
    const record = recordOf(name, operation);
    // Paging and upserts by id start from a record of another kind.
    if (name === "startAfterId" || (name === "id" && !operation.path.includes("[id]"))) return [];
    if (record !== undefined) return [[name, lists.has(name) ? [ids[record]] : ids[record]]];
    return name in plainValues ? [[name, plainValues[name]]] : [];
  });
  return Object.fromEntries(known);
}

type Sent = { path: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown> | undefined };

function requestOf(operation: Operation, ids: Ids): Sent {
  const { declaration } = operation.endpoint;
  const names = [...operation.path.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name);
  const query = values(fieldsOf(declaration.query), operation, ids);
  delete query.name;
  return {
    path: Object.fromEntries(
      names.map((name) => [name, ids[recordOf(name, operation) ?? ""] ?? pathWords[name] ?? newId()]),
    ),
    query: Object.fromEntries(Object.entries(query).filter(([name]) => !/^(status|page|completed)$/.test(name))),
    body: declaration.body && values(fieldsOf(declaration.body), operation, ids),
  };
}

function send(
  call: ReturnType<typeof apiCaller>,
  { method, path }: Operation,
  sent: Sent,
  headers?: Record<string, string>,
) {
  const filled = path.replaceAll(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(sent.path[name] ?? ""));
  const query = new URLSearchParams(
    Object.entries(sent.query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const request: ApiRequest = { ...(sent.body && { json: sent.body }), ...(headers && { headers }) };
  return call(method, `${filled}?${query}`, request);
}

function expectRefusal(answer: { status: number; body: unknown }, statuses: readonly number[], about: string): void {
  expect(statuses, `${about}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
  expect(highlevel.error.safeParse(answer.body).error, about).toBeUndefined();
  expect(answer.body).toMatchObject({ statusCode: answer.status });
  const message: unknown = Reflect.get(Object(answer.body), "message");
  expect(Array.isArray(message), about).toBe(answer.status === 422);
}

let mine: Api;
let theirs: Api;
let prints: Awaited<ReturnType<typeof fingerprints>>;

beforeAll(async () => {
  [mine, theirs] = [await aHighLevelApi(routeTable), await aHighLevelApi(routeTable)];
  prints = await fingerprints();
});
afterAll(() => prints.close());

/** Some tests send hundreds of requests. */
const patience = { timeout: 120_000 };

test.each(each)("%s answers what it documents to whoever may call it", patience, async (id, operation) => {
  const api = await aHighLevelApi(routeTable);
  const { access, success } = documentedOperation(id);
  const call = await api.program(access.scopes);
  for (const version of [access.version, "2023-02-21", null]) {
    if (version === null && operation.method === "DELETE") continue;
    const fresh = operation.method === "DELETE" && version !== access.version ? await aHighLevelApi(routeTable) : api;
    const program = fresh === api ? call : await fresh.program(access.scopes);
    const sent = requestOf(operation, fresh.ids);
    if (sent.body && "name" in sent.body) sent.body.name = `A name ${newId()}`;
    const answer = await send(program, operation, sent, version === null ? undefined : { version });
    expect(answer.status, JSON.stringify(answer.body)).toBe(success);
    expect(answer.body.traceId).toBe(answer.headers.get("x-request-id"));
    for (const header of ["limit-daily", "daily-remaining", "interval-milliseconds", "max", "remaining"])
      expect(answer.headers.get(`x-ratelimit-${header}`), header).toMatch(/^\d+$/);
  }
});

describe("strangers", () => {
  test.each(each)("%s knows nobody without a token of its kind and scope", async (id, operation) => {
    const { access } = documentedOperation(id);
    const sent = requestOf(operation, mine.ids);
    const { companyId } = mine.location;
    const agency = await createToken({
      companyId,
      locationId: null,
      userId: null,
      kind: "private_integration",
      name: "Agency",
      scopes: [...integrationScopes],
    });
    const others = integrationScopes.filter((scope) => !access.scopes.includes(scope));
    const before = await prints.take(theirs.location.id);
    const wrongKind = access.resources.includes("company") ? [200, 201, 403] : [403];
    const attempts: [string, string | null, readonly number[]][] = [
      ["no token", null, [401]],
      ["an unknown token", `pit-${newId()}${newId()}`, [401]],
      ["a location's key", (await aToken(mine.location)).secret, [401]],
      ["a user's token", (await aToken(mine.location, { user: mine.user })).secret, [401]],
      [
        "a token without the scope",
        (await aToken(mine.location, { kind: "private_integration", scopes: others })).secret,
        [403],
      ],
      ["a token of the company", agency.secret, wrongKind],
    ];
    const tokens = await prints.take(theirs.location.id);
    for (const [about, secret, statuses] of attempts) {
      const answer = await send(apiCaller(routeTable, secret), operation, sent);
      if (answer.status >= 400) expectRefusal(answer, statuses, about);
      else expect(statuses, about).toContain(answer.status);
    }
    const unknown = await send(mine.call, operation, sent, { version: "2020-01-01" });
    if (access.version !== null) expectRefusal(unknown, [400], "an unknown version");
    if (!access.resources.includes("company")) expect((await prints.take(theirs.location.id)).all).toEqual(tokens.all);
    expect((await prints.take(theirs.location.id)).ofLocation).toEqual(before.ofLocation);
  });

  test.each(each)("%s neither shows nor links a record of another tenant", patience, async (_, operation) => {
    const sent = requestOf(operation, mine.ids);
    const parts = ["path", "query", "body"] as const;
    for (const part of parts) {
      for (const name of Object.keys(sent[part] ?? {})) {
        const record = recordOf(name, operation);
        if (record === undefined) continue;
        for (const foreign of [theirs.ids[record] ?? "", newId()]) {
          const value = lists.has(name) ? [foreign] : foreign;
          const before = await prints.take(theirs.location.id);
          const answer = await send(mine.call, operation, { ...sent, [part]: { ...sent[part], [name]: value } });
          const about = `${part} ${name}`;
          const after = await prints.take(theirs.location.id);
          expect(after.ofLocation, about).toEqual(before.ofLocation);
          if (answersForEach.has(operation.id) && lists.has(name)) {
            expect(answer.body, about).toMatchObject({ errorCount: 1 });
            continue;
          }
          if (answer.status < 300) {
            // Who takes nothing away by naming a stranger, and who looks for their records, finds none.
            const changes = operation.method !== "GET" && operation.method !== "DELETE";
            expect(changes, `${about}: ${JSON.stringify(answer.body)}`).toBe(false);
            expect(JSON.stringify(answer.body), about).not.toContain(theirs.ids[record]);
            continue;
          }
          expect(after.all, about).toEqual(before.all);
          expectRefusal(answer, [400, 403, 404, 422], about);
        }
      }
    }
  });
});

const bad: readonly unknown[] = [
  { not: "a text" },
  ["a list"],
  17,
  true,
  null,
  "",
  " ",
  "x".repeat(30_000),
  "nul \0 inside",
  "half a surrogate \ud800",
  "no such word",
  -1,
  1e300,
  "2026-02-30",
  [],
  [null],
  [{}],
];

describe("bad input", () => {
  const bodied = each.filter(([, { endpoint }]) => endpoint.declaration.body);

  test.each(bodied)("%s says of a property that it should not exist", async (_, operation) => {
    const sent = requestOf(operation, mine.ids);
    const answer = await send(mine.call, operation, { ...sent, body: { ...sent.body, shoeSize: 44 } });
    expectRefusal(answer, [400, 422], "an unknown property");
    expect(JSON.stringify(answer.body)).toContain("property shoeSize should not exist");
  });

  test.each(bodied)("%s takes or refuses whatever stands in a field", patience, async (_, operation) => {
    const api = await aHighLevelApi(routeTable);
    const sent = requestOf(operation, api.ids);
    for (const name of fieldsOf(operation.endpoint.declaration.body)) {
      for (const value of bad) {
        const answer = await send(api.call, operation, { ...sent, body: { ...sent.body, [name]: value } });
        const about = `${name}: ${(JSON.stringify(value) ?? "").slice(0, 40)}`;
        expect(answer.status, about).toBeLessThan(500);
        // What an earlier value has taken away or made is no failure of this one.
        if (answer.status >= 300) expectRefusal(answer, [400, 403, 404, 422], about);
      }
    }
  });

  test.each(each.filter(([, { endpoint }]) => endpoint.declaration.query))(
    "%s takes or refuses whatever stands in its query",
    patience,
    async (_, operation) => {
      const sent = requestOf(operation, mine.ids);
      for (const name of [...fieldsOf(operation.endpoint.declaration.query), "shoeSize"]) {
        for (const value of bad) {
          const answer = await send(mine.call, operation, { ...sent, query: { ...sent.query, [name]: value } });
          const about = `${name}: ${String(value).slice(0, 40)}`;
          expect(answer.status, about).toBeLessThan(500);
          if (name === "shoeSize") expect(answer.status, about).toBeGreaterThanOrEqual(400);
          if (answer.status >= 300) expectRefusal(answer, [400, 403, 404, 422], about);
        }
      }
    },
  );
});
