import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { errorCode, SetupError } from "@/lib/kit/setup-error";
import { type OpenStreams, sendWebAnswer } from "./web-answer";
import { originOf, settleForwardedHeaders, settleTarget, toWebRequest } from "./web-request";

const drainMilliseconds = 10_000;
const closeIdleEveryMilliseconds = 50;
/** Longer than the proxies in front usually keep a connection: they, not we, should be the ones to drop it. */
const keepAliveMilliseconds = 65_000;

export type WebServerOptions = {
  host: string;
  port: number;
  /** Whether X-Forwarded-* headers come from a proxy of ours. */
  trustProxy: boolean;
  /** The API: the answer to a request, null when it is not for the API. */
  answer: (request: Request) => Promise<Response> | null;
  /** Everything else. */
  pass: (message: IncomingMessage, response: ServerResponse) => Promise<void>;
  upgrade: (message: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
  /** Told what no handler caught. */
  onError: (error: unknown) => void;
};

export type WebServer = {
  port: number;
  /** Takes no new connection, lets requests end (10 s at most) and event streams go, and resolves when all is closed. */
  stop(): Promise<void>;
};

/**
 * Serves HTTP: API requests straight from their handlers, all others by Next.
 *
 * @throws {SetupError} for a port that is taken or forbidden.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const open: OpenStreams = new Set();
  const underWay = new Set<Promise<void>>();
  const server = createServer({ keepAliveTimeout: keepAliveMilliseconds }, (message, response) => {
    // Stopping: whoever keeps the connection open would keep the server from closing.
    if (!server.listening) response.setHeader("connection", "close");
    const served = serve(message, response, options, open)
      .catch((error: unknown) => {
        options.onError(error);
        if (response.headersSent) response.destroy();
        else response.writeHead(500, { "content-type": "text/plain" }).end("Internal server error");
      })
      .finally(() => underWay.delete(served));
    underWay.add(served);
  });
  server.on("upgrade", (message, socket, head) => {
    options.upgrade(message, socket, head).catch((error: unknown) => {
      options.onError(error);
      socket.destroy();
    });
  });
  const port = await listen(server, options.host, options.port);
  return { port, stop: () => stop(server, open, underWay) };
}

/**
 * Sees whether the port is free, before the long steps of a start.
 *
 * @throws {SetupError} when it is not.
 */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer();
  await listen(server, host, port);
  await new Promise((resolve) => server.close(resolve));
}

function serve(
  message: IncomingMessage,
  response: ServerResponse,
  options: WebServerOptions,
  open: OpenStreams,
): Promise<void> {
  const origin = originOf(message, options.trustProxy, `localhost:${options.port}`);
  if (!origin) {
    response.writeHead(400, { "content-type": "text/plain" }).end("The Host header is not valid.");
    return Promise.resolve();
  }
  settleTarget(message);
  settleForwardedHeaders(message, options.trustProxy);
  const answered = message.url?.startsWith("/api/") ? options.answer(toWebRequest(message, response, origin)) : null;
  return answered ? answered.then((answer) => sendWebAnswer(answer, response, open)) : options.pass(message, response);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explained(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function explained(error: Error, host: string, port: number): Error {
  const code = errorCode(error);
  const because = { cause: error };
  if (code === "EADDRINUSE") {
    return new SetupError(
      `Port ${port} is taken by another program. Stop that program, or choose another port with PORT, such as PORT=${port + 1} npm start.`,
      because,
    );
  }
  if (code === "EACCES")
    return new SetupError(`This user may not serve on port ${port}. Choose a port above 1023 with PORT.`, because);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new SetupError(
      `HOST is ${host}, which is no address of this machine. Set it to one, or leave it away.`,
      because,
    );
  }
  return error;
}

async function stop(server: Server, open: OpenStreams, underWay: Set<Promise<void>>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const end of open) end();
  // Connections that become idle after their last answer are closed as well.
  const idle = setInterval(() => server.closeIdleConnections(), closeIdleEveryMilliseconds);
  const late = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
  // A handler may still be at work for a caller who has gone.
  await Promise.race([Promise.all([closed, Promise.all(underWay)]), wait(drainMilliseconds)]);
  clearInterval(idle);
  clearTimeout(late);
  server.closeAllConnections();
}
