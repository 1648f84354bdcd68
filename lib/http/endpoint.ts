import type { z } from "zod";
import type { Caller } from "@/lib/access/callers";
import type { Context, Permission } from "@/lib/access/context";
import { DomainError, InternalFailure, Invalid, type Issue, LimitReached, NotFound } from "@/lib/access/errors";
import { authorise } from "@/lib/access/permissions";
import { environment } from "@/lib/config/environment";
import type { Dialect } from "./dialect";
import { eventHeader } from "./event-header";
import { answerOnce } from "./idempotency";
import { issuesOf, renamed, renamedIssue } from "./issues";
import { jsonAnswer } from "./json-answer";
import { log } from "./log";
import { OwnAnswer } from "./own-answer";
import { countRequest, limitOf, rateLimitHeaders, type RateLimitStatus } from "./rate-limit";
import { type BodyForm, formData, readBody } from "./read-body";
import { readUpload, readWholeFile, type UploadPlace, uploadPlace } from "./read-upload";
import { requestIdOf } from "./request-id";
import { unstorable } from "./unstorable";

type Schema = z.ZodType;
type Output<Part extends Schema | undefined> = Part extends Schema ? z.output<Part> : undefined;

/** The parts of a request, decoded by the schemas that describe them. */
export type Wire<Path extends Schema | undefined, Query extends Schema | undefined, Body extends Schema | undefined> = {
  path: Output<Path>;
  query: Output<Query>;
  body: Output<Body>;
};

/** What a caller has to have been given to call an operation, in dialects whose tokens have scopes. */
export type Access = {
  scopes: readonly string[];
  /** The kinds of token it takes: of one location, of the whole company. */
  resources: readonly ("location" | "company")[];
  /** What the `Version` header says, where the operation is documented with one. */
  version: string | null;
};

/** One operation of a dialect: what it takes, which rule it runs, what it answers. */
export type Declaration<
  Path extends Schema | undefined = Schema | undefined,
  Query extends Schema | undefined = Schema | undefined,
  Body extends Schema | undefined = Schema | undefined,
  Answer extends Schema = Schema,
  Input = never,
  Result = unknown,
> = {
  /** Unique name, as in the dialect's document. */
  operation: string;
  summary: string;
  description?: string;
  permission: Permission;
  access?: Access;
  /** Path parameters. A value that does not fit is a record that does not exist. */
  path?: Path;
  query?: Query;
  body?: Body;
  /** Whether the body is a multipart form with a file, as large as UPLOAD_LIMIT_BYTES allows. */
  takesFile?: boolean;
  /** Whether the body itself is a file of at most so many bytes, whatever its type: `body` is then `UploadBody`. */
  takesUpload?: { limitBytes: number };
  /** The whole body of a successful answer; `FileDownload` for a file, `EventStreamAnswer` for a stream. */
  answer: Answer;
  status?: number;
  /** Statuses of documented errors, beside those that every operation may answer. */
  failures?: number[];
  /** Values may come in the query string as well. The body wins. */
  bodyFromQuery?: boolean;
  /** The error for a request with no data at all, where the document has a sentence of its own for that. */
  whenEmpty?: () => DomainError;
  /** Where an error about a field of the domain is reported: the caller's own name of it. */
  fields?: Record<string, string>;
  /**
   * What the domain finds wrong with a body that does not fit, beside what its schema says: for
   * documents that tell everything at once. Asked only then.
   */
  alsoWrong?: (context: Context, body: unknown) => Promise<Issue[]>;
  input: (wire: Wire<Path, Query, Body>, context: Context, request: Request) => Input;
  run: (context: Context, input: Input) => Promise<Result>;
  print: (result: Result, context: Context, request: Request) => z.input<Answer>;
};

/** What Next passes beside the request; the API's own door passes the same. */
export type RouteParams = { params: Promise<Record<string, string | string[]>> };

/** A route handler that carries its declaration, for the document, the tests and server components. */
export type Endpoint = ((request: Request, route: RouteParams) => Promise<Response>) & {
  declaration: Declaration;
  dialect: Dialect;
  /** Decodes, runs and encodes without HTTP: what a browser would receive. */
  call: (context: Context, wire: { path?: unknown; query?: unknown; body?: unknown }) => Promise<unknown>;
};

/** The forms of body that an endpoint reads. */
export const formsOf = ({
  declaration,
  dialect,
}: {
  declaration: Pick<Declaration, "takesFile">;
  dialect: Dialect;
}): readonly BodyForm[] => (declaration.takesFile ? ["multipart"] : dialect.bodies);

/**
 * Makes the `endpoint` of a dialect. A request travels in the order the design fixes: credentials,
 * actor, rate limit, input, permission, domain, answer. Errors of the domain are printed by the
 * dialect; any other is logged under the request id and its text is not shown.
 */
export function createEndpoint(dialect: Dialect) {
  return function endpoint<
    Path extends Schema | undefined = undefined,
    Query extends Schema | undefined = undefined,
    Body extends Schema | undefined = undefined,
    Answer extends Schema = Schema,
    Input = unknown,
    Result = unknown,
  >(declaration: Declaration<Path, Query, Body, Answer, Input, Result>): Endpoint {
    const understand = (context: Context, wire: Parts, request: Request): Input => {
      // What the schemas of the declaration gave out is what its types say.
      const decoded = decode(declaration, wire) as Wire<Path, Query, Body>;
      authorise(context, declaration.permission);
      try {
        return declaration.input(decoded, context, request);
      } catch (error) {
        throw renamed(error, declaration.fields);
      }
    };

    const perform = async (context: Context, wire: Parts, request: Request) => {
      let input: Input;
      try {
        input = understand(context, wire, request);
      } catch (error) {
        throw await completed(error, declaration, context, wire.body);
      }
      try {
        return declaration.print(await declaration.run(context, input), context, request);
      } catch (error) {
        throw renamed(error, declaration.fields);
      }
    };

    const handle = async (request: Request, route: RouteParams): Promise<Response> => {
      const started = performance.now();
      const requestId = requestIdOf(request);
      let limit: RateLimitStatus | null = null;
      let caller: Caller | undefined;
      let answer: Answered;
      const written: string[] = [];
      const upload = declaration.takesFile || declaration.takesUpload ? uploadPlace() : null;
      try {
        caller = await dialect.credentials(request);
        const now = new Date();
        limit = limitOf(caller.limitSubject, now.getTime());
        limit = countRequest(caller.limitSubject, now.getTime());
        if (declaration.access) dialect.admit?.(caller, declaration.access, request);
        const context: Context = { actor: caller.actor, location: caller.location, now, requestId, written };
        // Nobody fills a disk who may not.
        if (declaration.takesUpload) authorise(context, declaration.permission);
        const wire = await readWire(request, route, declaration, dialect, upload);
        const respond = async (inside: Context): Promise<Answered> => ({
          status: declaration.status ?? 200,
          body: await perform(inside, wire, request),
        });
        const key = request.method === "POST" ? request.headers.get("idempotency-key") : null;
        answer =
          key === null
            ? await respond(context)
            : await answerOnce(context, caller.limitSubject, key, request, wire.body, respond);
      } catch (error) {
        answer = refusal(dialect, error, requestId, declaration.operation);
      } finally {
        await upload?.remove();
      }
      const milliseconds = Math.round((performance.now() - started) * 100) / 100;
      log.debug(
        {
          requestId,
          operation: declaration.operation,
          status: answer.status,
          milliseconds,
          caller: caller?.limitSubject,
        },
        "request",
      );
      const headers = {
        "cache-control": "no-store",
        "x-request-id": requestId,
        ...rateLimitHeaders(limit),
        ...(dialect.namesEvents && eventHeader(answer.status, written)),
        ...answer.headers,
      };
      return answer.body instanceof OwnAnswer
        ? answer.body.toResponse(answer.status, headers)
        : jsonAnswer(answer.body, { status: answer.status, headers });
    };

    const call: Endpoint["call"] = (context, wire) =>
      perform(
        context,
        { path: wire.path ?? {}, query: wire.query ?? {}, body: wire.body },
        new Request("http://localhost/"),
      );
    // The declaration's own functions are called with what its schemas gave out, and with nothing else.
    return Object.assign(handle, { declaration: declaration as unknown as Declaration, dialect, call });
  };
}

type Parts = { path: unknown; query: unknown; body: unknown };
type Answered = { status: number; body: unknown; headers?: Record<string, string> };
type AnyDeclaration = Pick<
  Declaration,
  | "path"
  | "query"
  | "body"
  | "takesFile"
  | "takesUpload"
  | "bodyFromQuery"
  | "whenEmpty"
  | "permission"
  | "fields"
  | "alsoWrong"
>;

async function readWire(
  request: Request,
  route: RouteParams,
  declaration: AnyDeclaration,
  dialect: Dialect,
  upload: UploadPlace | null,
): Promise<Parts> {
  const path = declaration.path ? await route.params : {};
  const question = request.url.indexOf("?");
  const query =
    declaration.query || declaration.bodyFromQuery ? queryOf(question < 0 ? "" : request.url.slice(question)) : {};
  let body: unknown;
  if (declaration.body) {
    const { takesUpload } = declaration;
    if (upload && takesUpload) body = await readWholeFile(request, takesUpload.limitBytes, upload);
    else if (upload) body = await readUpload(request, environment.UPLOAD_LIMIT_BYTES, upload);
    else body = await readBody(request, formsOf({ declaration, dialect }), environment.BODY_LIMIT_BYTES);
    if (declaration.bodyFromQuery && Object.keys(query).length > 0 && isRecordOrNothing(body))
      body = { ...query, ...body };
    if (declaration.whenEmpty && isRecordOrNothing(body) && Object.keys(body ?? {}).length === 0)
      throw declaration.whenEmpty();
  }
  if (unstorable(path, []).length > 0) throw new NotFound("record");
  const issues = [...unstorable(query, []), ...unstorable(body, [])];
  if (issues.length > 0) throw new Invalid(issues);
  return { path, query, body };
}

const isRecordOrNothing = (value: unknown): value is Record<string, unknown> | undefined =>
  value === undefined || (typeof value === "object" && value !== null && !Array.isArray(value));

/** A query string as an object: the last of a name wins, `name[]` collects. */
function queryOf(search: string): Record<string, string | string[]> {
  return formData([...new URLSearchParams(search)]);
}

function decode(declaration: AnyDeclaration, wire: Parts): Parts {
  const path = declaration.path?.safeParse(wire.path);
  if (path && !path.success) throw new NotFound("record");
  const query = declaration.query?.safeParse(wire.query);
  const body = declaration.body?.safeParse(wire.body === undefined ? {} : wire.body);
  const issues = [...issuesOf(query, wire.query), ...issuesOf(body, wire.body)];
  if (issues.length > 0) throw new Invalid(issues);
  return { path: path?.data, query: query?.data, body: body?.data };
}

/** An error about a body, with what else is wrong with fields of which it says nothing. */
async function completed(
  error: unknown,
  declaration: AnyDeclaration,
  context: Context,
  body: unknown,
): Promise<unknown> {
  if (!(error instanceof Invalid) || !declaration.alsoWrong) return error;
  authorise(context, declaration.permission);
  const told = new Set(error.issues.map(({ path }) => path[0]));
  const more = (await declaration.alsoWrong(context, body)).map((issue) => renamedIssue(issue, declaration.fields));
  return new Invalid([...error.issues, ...more.filter(({ path }) => !told.has(path[0]))]);
}

function refusal(dialect: Dialect, error: unknown, requestId: string, operation: string): Answered {
  if (!(error instanceof DomainError)) {
    log.error({ err: error, requestId, operation }, "request failed");
    return dialect.refuse(new InternalFailure(), requestId, operation);
  }
  if (error.code === "unavailable")
    log.warn({ err: error.cause ?? error, requestId, operation }, "request refused: unavailable");
  const printed = dialect.refuse(error, requestId, operation);
  const wait = error instanceof LimitReached ? { "retry-after": String(error.retryAfterSeconds) } : undefined;
  return { ...printed, headers: { ...wait, ...printed.headers } };
}
