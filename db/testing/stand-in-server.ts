import { createServer, type Socket } from "node:net";

type Part = Buffer | number[] | string;
/** What stands in for a PostgreSQL server. `stop` hangs up on everybody. */
export type StandInServer = { url: string; stop(): void };

/** Speaks just enough of PostgreSQL's protocol to let anybody in and to state `version`, such as "14.9". */
export function startOldServer(version: string): Promise<StandInServer> {
  const answer = statement(version);
  return listen((socket) => {
    letIn(socket);
    socket.on("data", (query) => query[0] === simpleQuery && socket.write(answer));
  });
}

/** Takes connections and then says nothing for ever: at once, after letting in, or after stating a version that is new enough. */
export function startSilentServer(falls: "at once" | "when asked" | "when worked with"): Promise<StandInServer> {
  const answer = statement("17.2");
  return listen((socket) => {
    if (falls === "at once") return;
    letIn(socket);
    if (falls === "when worked with") {
      socket.once("data", () => socket.once("data", () => socket.write(answer)));
    }
  });
}

async function listen(serve: (socket: Socket) => void): Promise<StandInServer> {
  const open = new Set<Socket>();
  // Half open: a server that hangs answers no goodbye either.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket.on("error", () => {}));
    socket.on("close", () => open.delete(socket)).resume();
    serve(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `postgres://me@127.0.0.1:${port}/leadwright`,
    stop: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

const simpleQuery = 0x51;
const ready = message("Z", [73]);

function letIn(socket: Socket): void {
  socket.once("data", () => socket.write(Buffer.concat([message("R", [0, 0, 0, 0]), ready])));
}

/** The answer to the first thing that a start asks: which version this is. */
function statement(version: string): Buffer {
  const [major = "", minor = ""] = version.split(".");
  return Buffer.concat([
    message("T", [0, 2], ...column("version"), ...column("number")),
    message("D", [0, 2], ...value(version), ...value(`${major}${minor.padStart(4, "0")}`)),
    message("C", "SELECT 1"),
    ready,
  ]);
}

function message(type: string, ...parts: Part[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => Buffer.from(typeof part === "string" ? [...Buffer.from(part), 0] : part)),
  );
  const head = Buffer.alloc(5, type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function column(name: string): Part[] {
  return [name, [0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]];
}

function value(text: string): Part[] {
  return [[0, 0, 0, text.length], Buffer.from(text)];
}
