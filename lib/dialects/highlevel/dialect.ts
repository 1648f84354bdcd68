import { z } from "zod";
import { bearerSecret, type Caller, integrationCaller } from "@/lib/access/callers";
import { type DomainError, Forbidden, Invalid, type Issue, NotFound, Precondition } from "@/lib/access/errors";
import { DuplicateContact } from "@/lib/contacts/model";
import { statusOf } from "@/lib/dialects/shared/status";
import type { Dialect, Refusal } from "@/lib/http/dialect";
import type { Access } from "@/lib/http/endpoint";
import { isId } from "@/lib/kit/id";
import { findDocumentedOperation } from "./catalogue";

const HighLevelError = z.object({
  statusCode: z.int(),
  message: z.union([z.string(), z.array(z.string())]).describe("A list of sentences with 422, else one."),
  error: z.string().optional(),
  meta: z
    .object({ contactId: z.string(), contactName: z.string().nullable(), matchingField: z.string() })
    .describe("The contact that is there already, where duplicates are not allowed.")
    .optional(),
  traceId: z.string(),
});

/** The versions that clients of this API were made for. An operation has one; all of them are understood everywhere. */
const versions: ReadonlySet<string> = new Set(["2021-04-15", "2021-07-28", "2023-02-21"]);

/** The location that a request names in its path or query, for tokens that open several. */
function namedLocation({ url }: Request): string | null {
  const { pathname, searchParams } = new URL(url);
  const inPath = /^\/api\/locations\/([0-9A-Za-z]{20})(?:\/|$)/.exec(pathname)?.[1];
  const named = inPath ?? searchParams.get("locationId") ?? searchParams.get("location_id");
  return named !== null && named !== undefined && isId(named) ? named : null;
}

/** @throws Precondition for a version nobody published; Forbidden for a token of the wrong kind or without the scope. */
function admit({ grant }: Caller, { scopes, resources, version }: Access, request: Request): void {
  const asked = request.headers.get("version");
  if (version !== null && asked !== null && !versions.has(asked.trim())) {
    throw new Precondition(
      "version",
      `The version ${JSON.stringify(asked.slice(0, 40))} is not known. Send ${version}.`,
    );
  }
  if (!grant || !resources.includes(grant.resource)) {
    const kind = resources.join(" or a ");
    throw new Forbidden("token_kind", `This token is not allowed here. Send the token of a ${kind}.`);
  }
  if (!scopes.every((scope) => grant.scopes.includes(scope)))
    throw new Forbidden("scope", `The token does not have the scope ${scopes.join(", ")}.`);
}

const words: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Payload Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Entity",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** An error as this API prints it: input that is wrong is 422 with a list, where the operation documents that, else 400. */
function refuse(
  error: DomainError,
  requestId: string,
  operation: string,
): Refusal & { body: z.infer<typeof HighLevelError> } {
  const statusCode = statusIn(error, operation);
  const sentences = error instanceof Invalid ? error.issues.flatMap(sentencesOf) : [messageOf(error)];
  return {
    status: statusCode,
    body: {
      statusCode,
      message: statusCode === 422 ? sentences : sentences.join(", "),
      error: words[statusCode] ?? "Error",
      ...(error instanceof DuplicateContact && { meta: error.existing }),
      traceId: requestId,
    },
  };
}

function statusIn(error: DomainError, operation: string): number {
  const invalid = findDocumentedOperation(operation)?.errors.includes(422) === false ? 400 : 422;
  const status = statusOf(error, invalid);
  return status === 409 || status === 412 ? 400 : status;
}

function messageOf(error: DomainError): string {
  if (error.code === "unauthenticated") return "Invalid token: access token is invalid";
  // This API knows no leads: they are its opportunities.
  if (error instanceof NotFound)
    return error.subject === "record" ? "Not found" : error.message.replace(/^This lead\b/, "This opportunity");
  return error.message;
}

/** An issue in the words of this API's validator: `email must be an email`, `property x should not exist`. */
function sentencesOf({ path, rule, message }: Issue): string[] {
  const name = path.join(".");
  if (message.startsWith("property ")) return message.split("\n");
  if (rule === "required") return [`${name} should not be empty`];
  if (/^(must|should) /.test(message)) return [name === "" ? message : `${name} ${message}`];
  const type = /expected (\w+)/.exec(message)?.[1];
  if (rule === "invalid_type" && type)
    return [`${name || "body"} must be ${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`];
  return [name === "" ? message : `${name}: ${message}`];
}

/** HighLevel API v2: a client made for it works against this host. */
export const highlevel: Dialect = {
  name: "highlevel",
  title: "HighLevel",
  credentials: (request) => integrationCaller(bearerSecret(request), namedLocation(request)),
  admit,
  bodies: ["json"],
  refuse,
  security: ["integration"],
  error: HighLevelError,
};
