import { directDoor, type RouteTable } from "@/lib/http/direct-door";

/** What a test sends: a value as JSON, or a body as it is. */
export type ApiRequest = { json?: unknown; body?: BodyInit; headers?: Record<string, string> };

/**
 * A program that calls the API with one bearer key (null: without any), through the API's own door:
 * all of a request's way but the socket. Answers the body as its JSON says, null when there is none.
 * @throws for a path that no route answers.
 */
export function apiCaller(table: RouteTable, secret: string | null) {
  const door = directDoor(table);
  return async (method: string, path: string, sent: ApiRequest = {}) => {
    const json = "json" in sent;
    const request = new Request(`http://leadwright.test${path}`, {
      method,
      headers: {
        ...(secret !== null && { authorization: `Bearer ${secret}` }),
        ...(json && { "content-type": "application/json" }),
        ...sent.headers,
      },
      body: json ? JSON.stringify(sent.json) : (sent.body ?? null),
    });
    const answer = await door(request);
    if (!answer) throw new Error(`No route answers ${path}.`);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === "" ? null : JSON.parse(text) };
  };
}
