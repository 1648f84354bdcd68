import { STATUS_CODES } from "node:http";
import {
  Conflict,
  type DomainError,
  Forbidden,
  InternalFailure,
  Invalid,
  LimitReached,
  NotFound,
  Unauthenticated,
  Unavailable,
  Unreadable,
} from "@/lib/access/errors";
import type { Dialect } from "@/lib/http/dialect";
import type { Endpoint } from "@/lib/http/endpoint";
import { type JsonSchema, type NamedSchemas, wireSchema } from "./json-schema";

export type Responses = Record<string, JsonSchema>;

/** The errors that the way of a request may end with, by what the endpoint takes. */
function errorsOf({ declaration }: Endpoint, method: string): DomainError[] {
  const { path, query, body } = declaration;
  return [
    ...(path || query || body
      ? [Invalid.field("field", "invalid", "What is wrong with it, and what to send instead.")]
      : []),
    ...(body
      ? [
          new Unreadable("malformed", "The body is not valid JSON."),
          new Unreadable("too_large", "The body is too large."),
          new Unreadable("media_type", "Send the body as application/json."),
        ]
      : []),
    new Unauthenticated(),
    new Forbidden("permission", "You do not have permission to do this."),
    ...(path ? [new NotFound("record")] : []),
    ...(method === "POST"
      ? [new Conflict("idempotency_key_reused", "This idempotency key was used for another request.")]
      : []),
    new LimitReached(3),
    new InternalFailure(),
    new Unavailable(),
  ];
}

/**
 * The refusals of one endpoint, by status: references to `shared`, to which those of its dialect are
 * added. What an error looks like is asked of the dialect itself.
 */
export function refusalsOf(endpoint: Endpoint, method: string, shared: Responses, named: NamedSchemas): Responses {
  const { dialect, declaration } = endpoint;
  const refusals = errorsOf(endpoint, method).map((error) =>
    dialect.refuse(error, "0123456789ABCDEFGHIJ", declaration.operation),
  );
  const statuses = new Set([...refusals.map(({ status }) => status), ...(declaration.failures ?? [])]);
  const type = refusals.map(({ headers }) => headers?.["content-type"]).find(Boolean) ?? "application/json";
  return Object.fromEntries(
    [...statuses]
      .toSorted((one, other) => one - other)
      .map((status) => {
        const name = `${dialect.name}-${status}`;
        shared[name] ??= {
          description: descriptionOf(status),
          content: { [type]: { schema: errorSchema(dialect, named) } },
          ...headersOf(status),
        };
        return [String(status), { $ref: `#/components/responses/${name}` }];
      }),
  );
}

/** The errors of a dialect have one shape, which is said once. */
function errorSchema(dialect: Dialect, named: NamedSchemas): JsonSchema {
  const name = `${dialect.name}-error`;
  if (!named.has(name)) named.set(name, wireSchema(dialect.error, named));
  return { $ref: `#/components/schemas/${name}` };
}

/** What a status is called. */
export const descriptionOf = (status: number): string => STATUS_CODES[status] ?? String(status);

const headersOf = (status: number) =>
  status === 429
    ? { headers: { "retry-after": { description: "Seconds to wait.", schema: { type: "integer" } } } }
    : {};
