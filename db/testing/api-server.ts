import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { directDoor, type RouteTable } from "@/lib/http/direct-door";

/** The API on a port of its own, for programs that speak HTTP themselves. Answers its address, and how to stop it. */
export async function serveApi(table: RouteTable): Promise<{ url: string; stop: () => Promise<void> }> {
  const door = directDoor(table);
  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.on("end", () => {
      const body = Buffer.concat(chunks);
      const headers = Object.entries(message.headers).flatMap(([name, value]): [string, string][] =>
        typeof value === "string" ? [[name, value]] : [],
      );
      const asked = new Request(`http://${message.headers.host ?? "localhost"}${message.url ?? "/"}`, {
        method: message.method ?? "GET",
        headers,
        ...(body.byteLength > 0 && { body }),
      });
      void (door(asked) ?? Promise.resolve(new Response(null, { status: 404 }))).then(async (answer) => {
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        response.end(Buffer.from(await answer.arrayBuffer()));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
