import { Unreadable } from "@/lib/access/errors";

export type BodyForm = "json" | "urlencoded" | "multipart";

const forms: Record<string, BodyForm> = {
  "application/json": "json",
  "application/x-www-form-urlencoded": "urlencoded",
  "multipart/form-data": "multipart",
};

/**
 * The body of a request as plain data: JSON as it is; forms as an object of texts, `name[]` as an
 * array of texts. Undefined when there is none.
 * @throws Unreadable when its type or charset is not one of `accepted`, it is larger than `limit`
 * bytes, or it is not what it says it is.
 */
export async function readBody(request: Request, accepted: readonly BodyForm[], limit: number): Promise<unknown> {
  const type = parseContentType(request.headers.get("content-type"));
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyWithin(request, limit)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.byteLength === 0) return undefined;
  const form = type ? (forms[type.mediaType] ?? (type.mediaType.endsWith("+json") ? "json" : undefined)) : undefined;
  if (!form || !accepted.includes(form)) {
    const names = Object.entries(forms).flatMap(([name, kind]) => (accepted.includes(kind) ? [name] : []));
    throw new Unreadable("media_type", `Send the body as ${names.join(" or ")}.`);
  }
  if (form === "multipart") return readMultipart(bytes, request.headers.get("content-type") ?? "");
  const text = decode(bytes, type?.charset ?? "utf-8");
  return form === "json" ? parseJson(text) : formData(parseUrlEncoded(text));
}

function parseContentType(header: string | null): { mediaType: string; charset: string | undefined } | null {
  if (!header) return null;
  const [mediaType = "", ...parameters] = header.split(";").map((part) => part.trim());
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter));
  return { mediaType: mediaType.toLowerCase(), charset: charset?.slice(8).replaceAll('"', "") };
}

/**
 * The bytes of a request's body as they come; none when there is no body.
 * @throws Unreadable when there are more than `limit`, or they break off.
 */
export async function* bodyWithin(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  if (!request.body) return;
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  if (declared > limit) {
    // Read by nobody it would block the connection for the next request.
    await request.body.cancel();
    throw tooLarge(limit);
  }
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > limit) throw tooLarge(limit);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable("malformed", "The body did not arrive whole.");
  }
}

/** The error for a body, or a part of one, above `limit` bytes. */
export const tooLarge = (limit: number) =>
  new Unreadable("too_large", `The body is too large. Send at most ${limit} bytes.`);

function decode(bytes: Uint8Array, charset: string): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch {
    throw new Unreadable("media_type", "The charset of the body is not known. Send it as UTF-8.");
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Unreadable("malformed", `The body is not valid ${charset}.`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable("malformed", "The body is not valid JSON.");
  }
}

function parseUrlEncoded(text: string): [string, string][] {
  try {
    return text
      .split("&")
      .filter(Boolean)
      .map((pair) => {
        const split = pair.indexOf("=");
        const [name, value] = split < 0 ? [pair, ""] : [pair.slice(0, split), pair.slice(split + 1)];
        return [decodeForm(name), decodeForm(value)];
      });
  } catch {
    // decodeURIComponent refuses what is no UTF-8; URLSearchParams would put a replacement character.
    throw new Unreadable("malformed", "The form is not valid: a value is not percent-encoded UTF-8.");
  }
}

/** A lone percent sign is kept, as browsers do; broken UTF-8 is not. */
const decodeForm = (text: string): string =>
  decodeURIComponent(text.replaceAll("+", " ").replace(/%(?![0-9a-f]{2})/gi, "%25"));

async function readMultipart(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<unknown> {
  try {
    const parsed = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
    return formData([...parsed]);
  } catch {
    throw new Unreadable("malformed", "The multipart form is not valid.");
  }
}

/** How programs spell a value of a list: `name[]` by hand, `name[0]` as PHP's http_build_query does. */
const listPattern = /^(.+)\[\d{0,9}\]$/;

/** Pairs of a form or a query string as an object: the last of a name wins, `name[]` and `name[0]` collect. */
export function formData<Value>(pairs: [string, Value][]): Record<string, Value | Value[]> {
  const data = new Map<string, Value | Value[]>();
  const lists = new Map<string, Value[]>();
  for (const [name, value] of pairs) {
    const listName = listPattern.exec(name)?.[1];
    if (listName === undefined) {
      data.set(name, value);
      continue;
    }
    const list = lists.get(listName) ?? [];
    lists.set(listName, list);
    list.push(value);
    data.set(listName, list);
  }
  // Unlike an assignment, this makes a field of a name such as "__proto__".
  return Object.fromEntries(data);
}
