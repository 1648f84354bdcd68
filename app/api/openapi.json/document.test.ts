import { describe, expect, test } from "vitest";
import { z } from "zod";
import { routeTable } from "@/app/api/table";
import { describeApi } from "@/lib/http/openapi/document";
import { isEndpoint } from "@/lib/http/route-exports";
import packageFile from "@/package.json";
import document from "./document.json";

// What the OpenAPI 3.1 specification asks of the parts that we use: unknown keys are mistakes here.
const Reference = z.strictObject({ $ref: z.string().startsWith("#/components/") });
const Schema = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.strictObject({ schema: Schema }));
const Header = z.strictObject({ description: z.string(), schema: Schema });
const Parameter = z.strictObject({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean(),
  description: z.string().optional(),
  schema: Schema,
});
const Answer = z.strictObject({
  description: z.string().min(1),
  headers: z.record(z.string(), z.union([Reference, Header])).optional(),
  content: Content.optional(),
});
const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z0-9-]+$/),
  summary: z.string().min(5),
  description: z.string().optional(),
  deprecated: z.literal(true).optional(),
  externalDocs: z.strictObject({ description: z.string(), url: z.string() }).optional(),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.never()))),
  parameters: z.array(z.union([Reference, Parameter])).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(z.string().regex(/^[2-5]\d\d$/), z.union([Reference, Answer])),
});
const Document = z.strictObject({
  openapi: z.literal("3.1.0"),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.string().startsWith("/"),
    z.partialRecord(z.enum(["get", "post", "put", "patch", "delete"]), Operation),
  ),
  components: z.strictObject({
    securitySchemes: z.record(
      z.string(),
      z.strictObject({
        type: z.enum(["http", "apiKey"]),
        scheme: z.literal("bearer").optional(),
        in: z.enum(["header", "cookie"]).optional(),
        name: z.string().optional(),
        description: z.string(),
      }),
    ),
    parameters: z.record(z.string(), Parameter),
    headers: z.record(z.string(), Header),
    responses: z.record(z.string(), Answer),
    schemas: z.record(z.string().regex(/^[\w.-]+$/), Schema),
  }),
});

const { paths, components, tags } = Document.parse(document);
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

/** Every operation that the documents of the lead APIs have, and where. */
const documented: Record<string, string[]> = {
  "leads-v1-overview": ["get /api/v1/leads/overview"],
  "leads-v1-list": ["get /api/v1/leads/list"],
  "leads-v1-appointments-list": ["get /api/v1/leads/appointments/list", "get /api/v1/appointments/list"],
  "leads-v1-view": ["get /api/v1/leads/view/lead", "get /api/v1/view/lead"],
  "leads-v1-create-appointment": ["post /api/v1/leads/create/appointment", "post /api/v1/create/appointment"],
  "leads-v1-update-appointment": ["post /api/v1/leads/update/appointment", "post /api/v1/update/appointment"],
  "leads-v1-delete-appointment": ["post /api/v1/leads/delete/appointment", "post /api/v1/delete/appointment"],
  "leads-v1-create-lead": [
    "post /api/v1/v1/leads/create/lead",
    "post /api/v1/v1/create/lead",
    "post /api/v1/leads/create/lead",
    "post /api/v1/create/lead",
  ],
  "leads-v1-update-lead": ["post /api/v1/leads/update/lead", "post /api/v1/update/lead"],
  "leads-v1-delete-lead": ["post /api/v1/leads/delete/lead", "post /api/v1/delete/lead"],
  "leads-v1-create-leadnote": ["post /api/v1/leads/create/leadnote", "post /api/v1/create/leadnote"],
  "leads-v1-delete-leadnote": ["post /api/v1/leads/delete/leadnote", "post /api/v1/delete/leadnote"],
  "leads-rest-list": ["get /api/leads"],
  "leads-rest-get": ["get /api/leads/{id}"],
  "leads-rest-create": ["post /api/leads"],
  "leads-rest-update": ["patch /api/leads/{id}"],
  "leads-rest-delete": ["delete /api/leads/{id}"],
  "leads-rest-status": ["put /api/leads/{id}/status"],
  "leads-rest-assigned": ["put /api/leads/{id}/assigned"],
  "leads-rest-tags": ["put /api/leads/{id}/tags"],
  "leads-rest-archive": ["put /api/leads/{id}/archive"],
  "leads-rest-activate": ["put /api/leads/{id}/activate"],
  "leads-rest-convert": ["post /api/leads/{id}/convert"],
  "leads-rest-clone": ["post /api/leads/{id}/clone"],
  "leads-rest-comments-list": ["get /api/leads/{id}/comments"],
  "leads-rest-comments-add": ["post /api/leads/{id}/comments"],
  "leads-rest-comments-delete": ["delete /api/leads/{id}/comments/{comment}"],
  "crm-lead-get": ["get /api/crm/lead/{id}"],
  "crm-lead-list": ["get /api/crm/lead"],
  "crm-lead-create": ["post /api/crm/lead"],
  "crm-lead-update": ["patch /api/crm/lead/{id}"],
  "crm-lead-delete": ["delete /api/crm/lead/{id}"],
  "leads-simple-add": ["post /api/v1/leads"],
  "leads-simple-update": ["put /api/v1/leads/{id}"],
  "leads-simple-delete": ["delete /api/v1/leads/{id}"],
};

describe("the document", () => {
  test("is what the declarations say (else run `npm run api:generate`)", () => {
    expect(describeApi(routeTable, packageFile.version)).toEqual(document);
  });

  test("names every endpoint of the table", () => {
    const declared = routeTable.flatMap(({ path, methods }) =>
      Object.entries(methods).flatMap(([method, handler]) =>
        isEndpoint(handler) ? [`${method.toLowerCase()} ${path.replaceAll(/\[(\w+)\]/g, "{$1}")}`] : [],
      ),
    );
    const open = ["get /api/health", "get /api/openapi.json", "get /api/ready"];
    const described = operations.map(({ path, method }) => `${method} ${path}`);
    expect(new Set(described)).toEqual(new Set([...declared, ...open]));
  });

  test("gives every operation a name of its own", () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  test("has everything it refers to, and nothing else", () => {
    const pointers = (value: unknown): string[] =>
      typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([name, part]) =>
            name === "$ref" && typeof part === "string" ? [part] : pointers(part),
          )
        : [];
    const { securitySchemes: _, ...parts } = components;
    const there = Object.entries(parts).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`),
    );
    expect(new Set(pointers(document))).toEqual(new Set(there));
  });

  test.each(Object.entries(documented))("has %s where its document has it", (name, places) => {
    for (const place of places) {
      const found = operations.find(({ path, method }) => `${method} ${path}` === place);
      // Another spelling of a path has a name of its own.
      expect(found?.operation.operationId.replace(/-at-.*/, ""), place).toBe(name);
    }
  });
});

describe.each(operations.map(({ path, method, operation }) => [`${method} ${path}`, path, operation] as const))(
  "%s",
  (_, path, operation) => {
    test("has the parameters of its path", () => {
      const inPath = (operation.parameters ?? []).flatMap((parameter) =>
        "in" in parameter && parameter.in === "path" ? [parameter.name] : [],
      );
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    });

    test("is under a known tag, and opened by known credentials", () => {
      expect(tags.map(({ name }) => name)).toContain(operation.tags[0]);
      for (const needed of operation.security) {
        for (const scheme of Object.keys(needed)) expect(Object.keys(components.securitySchemes)).toContain(scheme);
      }
    });

    test("says how it succeeds, and how it is refused", () => {
      const statuses = Object.keys(operation.responses);
      expect(statuses.some((status) => status.startsWith("2"))).toBe(true);
      const refusals = operation.security.length > 0 ? ["401", "403", "429", "500", "503"] : [];
      expect(statuses).toEqual(expect.arrayContaining(refusals));
    });
  },
);

test("every endpoint names the permission it needs, and what it is for", () => {
  for (const { methods } of routeTable) {
    for (const handler of Object.values(methods)) {
      if (!isEndpoint(handler)) continue;
      expect(handler.declaration.permission).toMatch(/^[a-z]+(\.(read|write))?$/);
      expect(handler.declaration.summary.length).toBeGreaterThan(5);
    }
  }
});
