import type { Location } from "@/lib/access/context";
import type { RouteTable } from "@/lib/http/direct-door";
import { apiCaller } from "./call-api";
import { aToken, type Member } from "./factories";

/** Fields of a form, or what else is sent in its place. */
type Fields = Record<string, string | File>;

/** A program that calls the leads-v1 API as `user`. Paths are those below `/api/v1`. */
export async function leadsV1Caller(table: RouteTable, location: Location, user: Member) {
  const { secret: apikey } = await aToken(location);
  const { secret } = await aToken(location, { user });
  const program = apiCaller(table, secret);
  const headers = { apikey };
  const call = async (...sent: Parameters<typeof program>) => {
    const { status, body } = await program(...sent);
    return { status, body };
  };
  return {
    get: (path: string, query: Record<string, string> = {}) =>
      call("GET", `/api/v1${path}?${new URLSearchParams(query).toString()}`, { headers }),
    /** Sends a multipart form, as the document's samples do. */
    post: (path: string, fields: Fields = {}) => call("POST", `/api/v1${path}`, { headers, body: formOf(fields) }),
    /** Sends anything else. */
    send: (path: string, sent: { json?: unknown; body?: BodyInit; headers?: Record<string, string> }) =>
      call("POST", `/api/v1${path}`, { ...sent, headers: { ...headers, ...sent.headers } }),
  };
}

export type LeadsV1Caller = Awaited<ReturnType<typeof leadsV1Caller>>;

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** What every command answers when it was done. */
export const done = { status: 200, body: { status_code: 200, errors: {}, data: {} } };

/** A refusal at one field. */
export const wrong = (field: string, ...texts: string[]) => ({
  status: 400,
  body: { status_code: 400, errors: { [field]: texts }, data: {} },
});

/** A refusal of the request as a whole. */
export const failed = (...texts: string[]) => ({
  status: 401,
  body: { status_code: 401, errors: { non_field_errors: texts }, data: {} },
});
