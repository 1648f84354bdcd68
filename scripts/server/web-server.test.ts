import { once } from "node:events";
import { stat } from "node:fs/promises";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { jsonAnswer } from "@/lib/http/json-answer";
import { checkPort, startWebServer, type WebServer, type WebServerOptions } from "./web-server";

const running: WebServer[] = [];
const errors: unknown[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  errors.length = 0;
});

type Answer = (request: Request) => Response | Promise<Response>;

async function start(answer: Answer, options: Partial<WebServerOptions> = {}): Promise<WebServer> {
  const server = await startWebServer({
    host: "127.0.0.1",
    port: 0,
    trustProxy: false,
    answer: async (received) => answer(received),
    pass: async (message: IncomingMessage, response: ServerResponse) => {
      response.end(`passed ${message.url ?? ""}`);
    },
    upgrade: () => Promise.resolve(),
    onError: (error) => errors.push(error),
    ...options,
  });
  running.push(server);
  return server;
}

const at = (server: WebServer, path = "/api/x") => `http://127.0.0.1:${server.port}${path}`;

/** A request as it stands, for what fetch does not let pass. */
async function raw(server: WebServer, path: string, headers: Record<string, string>, method = "GET") {
  const sent = request({ host: "127.0.0.1", port: server.port, path, headers, method }).end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

describe("the web server", () => {
  it("answers the API from its handlers and passes the rest on", async () => {
    const server = await start((received) => Response.json({ method: received.method, url: received.url }));
    expect(await (await fetch(at(server, "/api/x?a=1"))).json()).toEqual({
      method: "GET",
      url: at(server, "/api/x?a=1"),
    });
    expect(await (await fetch(at(server, "/leads"))).text()).toBe("passed /leads");
  });

  it("passes on an API path that has no handler", async () => {
    const server = await start(() => Response.error(), { answer: () => null });
    expect(await (await fetch(at(server))).text()).toBe("passed /api/x");
  });

  it("goes on when a handler has read enough of a body that is still coming", async () => {
    const server = await start(async ({ body }) => {
      let size = 0;
      for await (const chunk of body ?? []) {
        // Whoever keeps a body on the disk lets it wait there.
        await stat(import.meta.filename);
        if ((size += chunk.byteLength) > 1_000_000) break;
      }
      return Response.json({ size });
    });
    const head = "POST /api/x HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n";
    const part = Buffer.concat([Buffer.from("10000\r\n"), Buffer.alloc(0x10000), Buffer.from("\r\n")]);
    const socket = connect(server.port, "127.0.0.1").on("error", () => {});
    socket.write(head);
    for (let count = 0; count < 100; count += 1) socket.write(part);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toContain("200 OK");
    socket.write("0\r\n\r\nGET /leads HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    // The rest was passed over, and the connection is good for the next request.
    expect(await text(socket)).toContain("passed /leads");
    expect(errors).toEqual([]);
  });

  it("gives handlers a Request in every respect", async () => {
    const server = await start(async (received) => {
      const copy = received.clone();
      const form = await received.formData();
      return Response.json({
        isRequest: received instanceof Request,
        form: [...form.keys()],
        type: copy.headers.get("content-type"),
        body: await copy.text(),
        redirect: received.redirect,
      });
    });
    const body = new URLSearchParams({ name: "Ada" });
    expect(await (await fetch(at(server), { method: "POST", body })).json()).toEqual({
      isRequest: true,
      form: ["name"],
      type: "application/x-www-form-urlencoded;charset=UTF-8",
      body: "name=Ada",
      redirect: "follow",
    });
  });

  it("takes a body as it comes and has none where there is none", async () => {
    const server = await start(async (received) => {
      let size = 0;
      for await (const chunk of received.body ?? []) size += chunk.byteLength;
      return Response.json({ size, body: received.body !== null });
    });
    const body = new Uint8Array(3_000_000);
    expect(await (await fetch(at(server), { method: "POST", body })).json()).toEqual({ size: 3_000_000, body: true });
    expect(await (await fetch(at(server), { method: "DELETE" })).json()).toEqual({ size: 0, body: false });
  });

  it("sends JSON whole with its length, several cookies, and a HEAD without a body", async () => {
    const server = await start(() => {
      const headers = new Headers({ "x-one": "1" });
      headers.append("set-cookie", "a=1");
      headers.append("set-cookie", "b=2");
      return Response.json({ text: "é" }, { status: 201, headers });
    });
    const answer = await raw(server, "/api/x", {}, "POST");
    expect(answer).toMatchObject({ status: 201, body: '{"text":"é"}' });
    expect(answer.headers).toMatchObject({ "content-length": "13", "x-one": "1", "set-cookie": ["a=1", "b=2"] });
    expect((await raw(server, "/api/x", {}, "HEAD")).body).toBe("");
  });

  it("sends the JSON of our own endpoints alike", async () => {
    const server = await start(() => jsonAnswer({ text: "é" }, { status: 201, headers: { "x-one": "1" } }));
    const answer = await raw(server, "/api/x", {}, "POST");
    expect(answer).toMatchObject({ status: 201, body: '{"text":"é"}' });
    expect(answer.headers).toMatchObject({ "content-length": "13", "content-type": "application/json", "x-one": "1" });
    expect(await raw(server, "/api/x", {}, "HEAD")).toMatchObject({ body: "", headers: { "content-length": "13" } });
  });

  it("sends an empty answer with length 0, and 204 without", async () => {
    const server = await start((received) => new Response(null, { status: received.url.endsWith("none") ? 204 : 405 }));
    expect((await raw(server, "/api/x", {})).headers["content-length"]).toBe("0");
    expect((await raw(server, "/api/none", {})).headers["content-length"]).toBeUndefined();
  });

  it("streams an answer as it comes", async () => {
    let send: (part: string) => void = () => {};
    const server = await start(() => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      const writer = writable.getWriter();
      send = (part) => void writer.write(new TextEncoder().encode(part)).catch(() => {});
      return new Response(readable, { headers: { "content-type": "text/event-stream" } });
    });
    const answer = await fetch(at(server));
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    send("one");
    expect((await reader?.read())?.value).toBe("one");
    send("two");
    expect((await reader?.read())?.value).toBe("two");
    await reader?.cancel();
  });

  it("tells the handler and its stream when the caller has gone", async () => {
    const gone = Promise.withResolvers<string>();
    const cancelled = Promise.withResolvers<string>();
    const server = await start((received) => {
      received.signal.addEventListener("abort", () => gone.resolve("aborted"));
      const stream = new ReadableStream({ cancel: () => cancelled.resolve("cancelled") });
      return new Response(stream, { headers: { "content-type": "text/event-stream" } });
    });
    const caller = new AbortController();
    await fetch(at(server), { signal: caller.signal });
    caller.abort();
    expect(await Promise.all([gone.promise, cancelled.promise])).toEqual(["aborted", "cancelled"]);
  });

  it("breaks off an answer whose stream fails, rather than ending it", async () => {
    const server = await start(() => {
      const parts = [new Uint8Array(10)];
      const stream = new ReadableStream({
        pull(controller) {
          const part = parts.pop();
          if (part) controller.enqueue(part);
          else controller.error(new Error("lost"));
        },
      });
      return new Response(stream);
    });
    await expect(fetch(at(server)).then((answer) => answer.text())).rejects.toThrow(/terminated/);
    expect(errors).toEqual([new Error("lost")]);
  });

  it("answers 500 for a handler that throws, without its words", async () => {
    const server = await start(() => {
      throw new Error("secret");
    });
    const answer = await fetch(at(server));
    expect([answer.status, await answer.text()]).toEqual([500, "Internal server error"]);
    expect(errors).toEqual([new Error("secret")]);
  });

  it("answers 400 for a Host that is none", async () => {
    const server = await start((received) => Response.json(received.url));
    expect((await raw(server, "/api/x", { host: "a b" })).status).toBe(400);
    expect((await raw(server, "/api/x", { host: "evil/path" })).status).toBe(400);
    expect((await raw(server, "/api/x", { host: "[::1]:3000" })).status).toBe(200);
  });

  it("believes forwarded headers from a trusted proxy alone", async () => {
    const answer: Answer = (received) =>
      Response.json([received.url, received.headers.get("x-forwarded-for"), received.headers.get("x-forwarded-host")]);
    const headers = {
      "x-forwarded-for": "6.6.6.6, 9.9.9.9",
      "x-forwarded-host": "crm.example",
      "x-forwarded-proto": "https",
    };
    const direct = await start(answer);
    expect(JSON.parse((await raw(direct, "/api/x", headers)).body)).toEqual([at(direct), "127.0.0.1", null]);
    const behind = await start(answer, { trustProxy: true });
    expect(JSON.parse((await raw(behind, "/api/x", headers)).body)).toEqual([
      "https://crm.example/api/x",
      "9.9.9.9",
      "crm.example",
    ]);
  });

  it("takes the path from a request that spells the whole URL", async () => {
    const server = await start((received) => Response.json(received.url));
    expect((await raw(server, "http://elsewhere/api/x?a=1", { host: "here" })).body).toBe('"http://here/api/x?a=1"');
  });
});

describe("stopping", () => {
  it("lets a request end, ends event streams, and takes no new connection", async () => {
    const arrived = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const server = await start(async (received) => {
      if (received.url.endsWith("stream")) {
        return new Response(new ReadableStream(), { headers: { "content-type": "text/event-stream" } });
      }
      arrived.resolve();
      await go.promise;
      return Response.json("done");
    });
    const stream = await fetch(at(server, "/api/stream"));
    const slow = fetch(at(server));
    await arrived.promise;
    const stopped = server.stop();
    expect(await stream.text()).toBe("");
    await expect(fetch(at(server), { keepalive: false })).rejects.toThrow();
    go.resolve();
    expect(await (await slow).json()).toBe("done");
    await stopped;
  });
});

describe("the port", () => {
  it("is told to be taken, with what to do", async () => {
    const server = await start(() => Response.json(null));
    await expect(checkPort("127.0.0.1", server.port)).rejects.toThrow(
      new RegExp(`^Port ${server.port} is taken by another program.*PORT=${server.port + 1} npm start`),
    );
  });

  it("is told to be at no address of ours", async () => {
    await expect(checkPort("192.0.2.1", 0)).rejects.toThrow(
      /HOST is 192\.0\.2\.1, which is no address of this machine/,
    );
  });
});
