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
    const body = json ? JSON.stringify(sent.json) : (sent.body ?? null);
    const arrived = await asReceived(body);
    const request = new Request(`http://leadwright.test${path}`, {
      ...arrived,
      method,
      headers: {
        ...arrived.headers,
        ...(secret !== null && { authorization: `Bearer ${secret}` }),
        ...(json && { "content-type": "application/json" }),
        ...sent.headers,
      },
    });
    const answer = await door(request);
    if (!answer) throw new Error(`No route answers ${path}.`);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === "" ? null : JSON.parse(text) };
  };
}

/**
 * A body as a server receives it: bytes that arrive, and their type. The stream that a Request makes of
 * a text or form itself stumbles over readers who stop early.
 */
export async function asReceived(
  body: BodyInit | null,
): Promise<{ headers: Record<string, string>; body: BodyInit | null }> {
  if (body === null) return { headers: {}, body: null };
  const packed = new Response(body);
  const type = packed.headers.get("content-type");
  const bytes = new Uint8Array(await packed.arrayBuffer());
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  // Every server of requests says `duplex`; the DOM's types do not know it.
  const options: object = { duplex: "half" };
  return { ...options, headers: type === null ? {} : { "content-type": type }, body: stream };
}
