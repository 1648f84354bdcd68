import { Unreadable } from "@/lib/access/errors";
import type { Dialect } from "./dialect";
import type { Endpoint } from "./endpoint";
import { jsonAnswer, partsOfAnswer } from "./json-answer";
import type { PublicEndpoint } from "./public-endpoint";
import { requestIdOf } from "./request-id";

/**
 * A route file's module, by the path of its folder below `app`, such as `/api/leads/[id]`; `aliasOf`
 * is the path of the route that it is another spelling of.
 */
export type RouteTable = readonly { path: string; methods: Readonly<Record<string, unknown>>; aliasOf?: string }[];

/** What Next answers alone, as segments of a path: next-auth speaks to nobody else. */
export const nextOnly = ["api", "auth"] as const;

type Branch = {
  fixed: Map<string, Branch>;
  named?: { name: string; branch: Branch };
  rest?: { name: string; methods: Methods };
  methods?: Methods;
};
type Handler = Endpoint | PublicEndpoint;
type Methods = Map<string, Handler>;

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * The API without Next: answers the requests that the table has a route for, as Next would answer
 * them from the same files, and null for the others. `/x` and `/x/` are one path; a fixed segment
 * wins over a named one.
 */
export function directDoor(table: RouteTable): (request: Request) => Promise<Response> | null {
  const root: Branch = { fixed: new Map() };
  for (const { path, methods } of table) plant(root, path, methods);
  return (request) => {
    const segments = segmentsOf(request.url);
    if (!segments || nextOnly.every((segment, place) => segments[place] === segment)) return null;
    const params: Record<string, string | string[]> = {};
    const methods = walk(root, segments, 0, params);
    return methods ? respond(methods, request, params) : null;
  };
}

function plant(root: Branch, path: string, exported: Readonly<Record<string, unknown>>): void {
  const methods: Methods = new Map();
  // A route file exports endpoints under the names of methods; the document's walk proves it.
  for (const verb of verbs) if (typeof exported[verb] === "function") methods.set(verb, exported[verb] as Handler);
  let branch = root;
  for (const segment of path.split("/").filter(Boolean)) {
    const rest = /^\[\.\.\.(\w+)\]$/.exec(segment)?.[1];
    if (rest) {
      branch.rest = { name: rest, methods };
      return;
    }
    const name = /^\[(\w+)\]$/.exec(segment)?.[1];
    if (name) {
      branch.named ??= { name, branch: { fixed: new Map() } };
      branch = branch.named.branch;
    } else {
      const next = branch.fixed.get(segment) ?? { fixed: new Map() };
      branch.fixed.set(segment, next);
      branch = next;
    }
  }
  branch.methods = methods;
}

/** The decoded segments of a URL's path; null when it is no valid encoding. */
function segmentsOf(url: string): string[] | null {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const end = url.indexOf("?", start);
  const path = url.slice(start, end < 0 ? undefined : end).replace(/\/$/, "");
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

function walk(
  branch: Branch,
  segments: string[],
  at: number,
  params: Record<string, string | string[]>,
): Methods | null {
  const segment = segments[at];
  if (segment === undefined) return branch.methods ?? null;
  const fixed = branch.fixed.get(segment);
  const found = fixed && walk(fixed, segments, at + 1, params);
  if (found) return found;
  if (branch.named && segment !== "") {
    const named = walk(branch.named.branch, segments, at + 1, params);
    if (named) {
      params[branch.named.name] = segment;
      return named;
    }
  }
  if (!branch.rest) return null;
  params[branch.rest.name] = segments.slice(at);
  return branch.rest.methods;
}

async function respond(
  methods: Methods,
  request: Request,
  params: Record<string, string | string[]>,
): Promise<Response> {
  const route = { params: Promise.resolve(params) };
  const endpoint = methods.get(request.method);
  if (endpoint) return endpoint(request, route);
  const allow = [...methods.keys(), ...(methods.has("GET") ? ["HEAD"] : []), "OPTIONS"].toSorted().join(", ");
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
  const get = request.method === "HEAD" ? methods.get("GET") : undefined;
  if (!get) return refuseMethod(methods, request, allow);
  const answer = await get(request, route);
  const whole = partsOfAnswer(answer);
  // A file would stay open.
  if (!whole) await answer.body?.cancel();
  const headers = whole
    ? { ...whole.headers, "content-length": String(Buffer.byteLength(whole.body)) }
    : answer.headers;
  return new Response(null, { status: answer.status, headers });
}

/** Says which methods there are, as the API prints its errors that the path is of. */
function refuseMethod(methods: Methods, request: Request, allow: string): Response {
  const [endpoint] = methods.values();
  if (!endpoint) return new Response(null, { status: 405, headers: { allow } });
  const isOfDialect = "dialect" in endpoint;
  const refuse: Dialect["refuse"] = isOfDialect ? endpoint.dialect.refuse : endpoint.refuse;
  const operation = isOfDialect ? endpoint.declaration.operation : endpoint.publicDeclaration.operation;
  const requestId = requestIdOf(request);
  const error = new Unreadable("method", `This path does not take ${request.method}. It takes ${allow}.`);
  const { status, body, headers } = refuse(error, requestId, operation);
  return jsonAnswer(body, {
    status,
    headers: { "cache-control": "no-store", "x-request-id": requestId, allow, ...headers },
  });
}
