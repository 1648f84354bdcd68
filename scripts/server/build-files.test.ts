import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildFiles, compressBuild } from "./build-files";

const root = mkdtempSync(join(tmpdir(), "leadwright-build-"));
const script = `export const words = ${JSON.stringify("lead ".repeat(500))};`;
const server = createServer((message, response) => {
  const answered = buildFiles(root)(message, response);
  if (!answered) response.writeHead(404).end("passed on");
});

beforeAll(async () => {
  const chunks = join(root, ".next", "static", "chunks");
  mkdirSync(chunks, { recursive: true });
  writeFileSync(join(chunks, "a.js"), script);
  writeFileSync(join(chunks, "a.woff2"), "font");
  await compressBuild(root);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

const ask = (path: string, headers: Record<string, string>, method = "GET") => {
  // An address, for the server listens on a port.
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
};

test("a script of the build comes compressed, to be kept for ever", async () => {
  const answer = await ask("/_next/static/chunks/a.js?v=1", { "accept-encoding": "gzip, deflate, br, zstd" });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/javascript; charset=UTF-8",
    "content-encoding": "br",
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
  });
  expect(Number(answer.headers.get("content-length"))).toBeLessThan(script.length / 10);
  expect(await answer.text()).toBe(script);
});

test.each([
  ["a browser that does not take it", "/_next/static/chunks/a.js", { "accept-encoding": "gzip" }],
  ["one that will not", "/_next/static/chunks/a.js", { "accept-encoding": "br;q=0, gzip" }],
  ["a part of a file", "/_next/static/chunks/a.js", { "accept-encoding": "br", range: "bytes=0-1" }],
  ["what is small already", "/_next/static/chunks/a.woff2", { "accept-encoding": "br" }],
  ["a file that is none", "/_next/static/chunks/b.js", { "accept-encoding": "br" }],
  ["the smaller form itself", "/_next/static/chunks/a.js.br", { "accept-encoding": "br" }],
  ["a path that leads out", "/_next/static/chunks/%2e%2e/%2e%2e/secret.js", { "accept-encoding": "br" }],
])("passed on: %s", async (_, path, headers) => {
  expect(await (await ask(path, headers)).text()).toBe("passed on");
});
