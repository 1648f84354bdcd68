import type { RouteTable } from "@/lib/http/direct-door";
import { isEndpoint, isPublicEndpoint } from "@/lib/http/route-exports";
import type { JsonSchema } from "./json-schema";
import { answerHeaders, describeOperation, describePublicOperation, publicTag, type Shared } from "./operation";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/**
 * The OpenAPI 3.1 document of every endpoint in the table. It is made from the declarations that
 * parse and answer the requests, so it says what they do.
 *
 * @param version is the version of Leadwright.
 */
export function describeApi(table: RouteTable, version: string): JsonSchema {
  const shared: Shared = { schemas: new Map(), responses: {} };
  const tags = new Set<string>();
  const paths: Record<string, JsonSchema> = {};
  for (const { path: folder, methods: handlers, aliasOf } of table) {
    const path = folder.replaceAll(/\[(\w+)\]/g, "{$1}");
    const item: JsonSchema = {};
    for (const method of methods) {
      const handler = handlers[method];
      const place = { path, method, ...(aliasOf !== undefined && { aliasOf }) };
      if (isEndpoint(handler)) {
        item[method.toLowerCase()] = describeOperation(place, handler, shared);
        tags.add(handler.dialect.title);
      } else if (isPublicEndpoint(handler) && !folder.includes("[...")) {
        item[method.toLowerCase()] = describePublicOperation(place, handler, shared);
      }
    }
    if (Object.keys(item).length > 0) paths[path] = item;
  }
  return {
    openapi: "3.1.0",
    info: { title: "Leadwright", version, description, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: "/" }],
    tags: [...[...tags].toSorted(), publicTag].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes,
      parameters: { "idempotency-key": idempotencyKey },
      headers: Object.fromEntries(answerHeaders.map((name) => [name, headers[name]])),
      responses: sorted(shared.responses),
      schemas: sorted(Object.fromEntries(shared.schemas)),
    },
  };
}

const description =
  "Every API of this installation. Paths answer with and without a slash at their end. Fields of answers may be added; none is taken away within a version.";

const sorted = (parts: Record<string, JsonSchema>) =>
  Object.fromEntries(Object.entries(parts).toSorted(([one], [other]) => (one < other ? -1 : 1)));

const securitySchemes = {
  bearer: { type: "http", scheme: "bearer", description: "A location's API key, or a user's own token." },
  integration: {
    type: "http",
    scheme: "bearer",
    description: "The token of a private integration, of a location or of the company, with the scopes it was given.",
  },
  apikey: {
    type: "apiKey",
    in: "header",
    name: "apikey",
    description: "The location's API key; the bearer token says which user calls.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
    description: "The session of somebody signed in.",
  },
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same key and body give the same answer, and do the work once.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const count = { type: "integer", minimum: 0 };
const headers: Record<(typeof answerHeaders)[number], JsonSchema> = {
  "x-request-id": { description: "Names this request in the log.", schema: { type: "string" } },
  "x-ratelimit-max": { description: "Requests allowed in one interval.", schema: count },
  "x-ratelimit-remaining": { description: "Requests left in this interval.", schema: count },
  "x-ratelimit-interval-milliseconds": { description: "The length of an interval.", schema: count },
  "x-ratelimit-limit-daily": { description: "Requests allowed in one day (UTC).", schema: count },
  "x-ratelimit-daily-remaining": { description: "Requests left today.", schema: count },
};
