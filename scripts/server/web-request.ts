import type { IncomingMessage, ServerResponse } from "node:http";

const hostPattern = /^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:.]+\](?::\d{1,5})?$/i;

/** Where a request was sent to, as its caller knows it. */
export type Origin = { protocol: string; host: string };

/**
 * The host and protocol of a request, null when the Host header is none. With a trusted proxy in
 * front it is what the proxy was asked for.
 *
 * @param fallbackHost for HTTP/1.0 clients, which need not say.
 */
export function originOf(message: IncomingMessage, trustProxy: boolean, fallbackHost: string): Origin | null {
  const { headers } = message;
  const forwarded = (name: string) => (trustProxy ? lastOf(headers[name]) : undefined);
  const host = forwarded("x-forwarded-host") ?? headers.host ?? fallbackHost;
  const protocol = forwarded("x-forwarded-proto") === "https" ? "https" : "http";
  return hostPattern.test(host) ? { protocol, host } : null;
}

/** Leaves the path of a request that was sent with a whole URL, as to a proxy. */
export function settleTarget(message: IncomingMessage): void {
  if (message.url?.startsWith("/")) return;
  const url = URL.parse(message.url ?? "");
  message.url = url ? url.pathname + url.search : "/";
}

/**
 * Makes `x-forwarded-for` tell the truth for whoever reads it later: the address of the client. It
 * is what the trusted proxy says, else the other end of the connection; what a client claims about
 * itself is dropped.
 */
export function settleForwardedHeaders(message: IncomingMessage, trustProxy: boolean): void {
  const { headers } = message;
  const client = trustProxy ? lastOf(headers["x-forwarded-for"]) : undefined;
  headers["x-forwarded-for"] = client ?? message.socket.remoteAddress ?? "";
  if (trustProxy) return;
  delete headers.forwarded;
  delete headers["x-forwarded-host"];
  delete headers["x-forwarded-proto"];
  delete headers["x-forwarded-port"];
}

/** The nearest proxy appends to what it was sent: only the last entry is its own word. */
function lastOf(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header.at(-1) : header;
  return text?.slice(text.lastIndexOf(",") + 1).trim() || undefined;
}

/**
 * The web Request of a request that Node received. What handlers commonly read (method, url,
 * headers) is made when it is read, and a whole Request only for what needs one: most do not.
 *
 * @param response tells when the caller goes away: the signal then aborts.
 */
export function toWebRequest(message: IncomingMessage, response: ServerResponse, { protocol, host }: Origin): Request {
  // Its prototype is Request's, and what it does not have itself it takes from a real one.
  return new LazyRequest(message, response, `${protocol}://${host}${message.url ?? "/"}`) as unknown as Request;
}

class LazyRequest {
  readonly method: string;
  readonly url: string;
  readonly #message: IncomingMessage;
  readonly #response: ServerResponse;
  #headers: Headers | undefined;
  #body: ReadableStream<Uint8Array> | null | undefined;
  #aborter: AbortController | undefined;
  #whole: Request | undefined;

  constructor(message: IncomingMessage, response: ServerResponse, url: string) {
    this.#message = message;
    this.#response = response;
    this.method = message.method ?? "GET";
    this.url = url;
  }

  get headers(): Headers {
    return (this.#headers ??= toWebHeaders(this.#message));
  }

  get body(): ReadableStream<Uint8Array> | null {
    if (this.#whole) return this.#whole.body;
    if (this.#body === undefined) this.#body = hasBody(this.#message) ? toWebStream(this.#message) : null;
    return this.#body;
  }

  get signal(): AbortSignal {
    if (!this.#aborter) {
      const aborter = new AbortController();
      this.#aborter = aborter;
      this.#response.once("close", () => this.#response.writableFinished || aborter.abort());
    }
    return this.#aborter.signal;
  }

  /** A real Request with the same parts. */
  get whole(): Request {
    return (this.#whole ??= new Request(this.url, {
      method: this.method,
      headers: this.headers,
      body: this.body,
      signal: this.signal,
      // Node wants it said that the answer may begin before the body has ended; the type does not know it yet.
      ...({ duplex: "half" } as object),
    }));
  }
}

for (const name of Object.getOwnPropertyNames(Request.prototype)) {
  if (name in LazyRequest.prototype || name === "method" || name === "url") continue;
  Object.defineProperty(LazyRequest.prototype, name, {
    get(this: LazyRequest): unknown {
      const { whole } = this;
      const value: unknown = Reflect.get(whole, name);
      return value instanceof Function ? (...given: unknown[]): unknown => Reflect.apply(value, whole, given) : value;
    },
  });
}
Object.setPrototypeOf(LazyRequest.prototype, Request.prototype);

function toWebHeaders(message: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (typeof value === "string") headers.append(name, value);
    else for (const one of value ?? []) headers.append(name, one);
  }
  return headers;
}

function hasBody({ method, headers }: IncomingMessage): boolean {
  if (method === "GET" || method === "HEAD") return false;
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** Not `Readable.toWeb`: where bytes are on their way when its reader stops, it throws past everybody, and the process ends. */
function toWebStream(message: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = message.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await chunks.return?.();
        // Read by nobody, the rest would block the connection for the next request.
        message.resume();
      },
    },
    { highWaterMark: 0 },
  );
}
