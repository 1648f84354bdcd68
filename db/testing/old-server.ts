import { createServer } from "node:net";

type Part = Buffer | number[] | string;

/** Something that speaks just enough of PostgreSQL's protocol to let anybody in and to state `version`, such as "14.9". */
export async function startOldServer(version: string): Promise<{ port: number; stop(): void }> {
  const [major = "", minor = ""] = version.split(".");
  const ready = message("Z", [73]);
  const answer = Buffer.concat([
    message("T", [0, 2], ...column("version"), ...column("number")),
    message("D", [0, 2], ...value(version), ...value(`${major}${minor.padStart(4, "0")}`)),
    message("C", "SELECT 1"),
    ready,
  ]);
  const server = createServer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", [0, 0, 0, 0]), ready]));
      socket.on("data", (query) => query[0] === 0x51 && socket.write(answer));
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0, stop: () => void server.close() };
}

function message(type: string, ...parts: Part[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => Buffer.from(typeof part === "string" ? [...Buffer.from(part), 0] : part)),
  );
  const head = Buffer.alloc(5, type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const column = (name: string): Part[] => [name, [0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]];
const value = (text: string): Part[] => [[0, 0, 0, text.length], Buffer.from(text)];
