import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clusterFolder } from "./cluster";
import { findPostmaster, readPostmaster } from "./postmaster-file";
import { type Embedded, type EmbeddedOptions, startEmbedded } from "./start";

let folder: string;
let running: Embedded[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-embedded-"));
  running = [];
});

afterEach(async () => {
  for (const server of running.reverse()) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataFolder = folder, options: EmbeddedOptions = {}): Promise<Embedded> {
  const server = await startEmbedded(dataFolder, { durable: false, ...options });
  running.push(server);
  return server;
}

async function query(server: Embedded, sql: string): Promise<string[][]> {
  const client = new Client({ connectionString: server.connectionString });
  // A server that is killed cuts it at any moment, also between the answer and the goodbye.
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows as string[][];
  } finally {
    await client.end();
  }
}

describe("startEmbedded", () => {
  it("makes a database on the first start and keeps its rows for the next", async () => {
    const first = await start();
    await query(first, "create table kept as select 'here' as word");
    await first.stop();
    expect(await findPostmaster(clusterFolder(folder))).toBeNull();
    expect(await query(await start(), "select word from kept")).toEqual([["here"]]);
  });

  it("opens no port, and a socket that only its owner reaches", async () => {
    const server = await start();
    expect(await query(server, "select current_setting('listen_addresses')")).toEqual([[""]]);
    expect(await query(server, "select current_setting('unix_socket_permissions')")).toEqual([["0700"]]);
  });

  it("joins the server that runs, which stops with the last to let go", async () => {
    const first = await start();
    const second = await start();
    expect(second.connectionString).toBe(first.connectionString);
    await first.stop();
    expect(await query(second, "select 1")).toEqual([[1]]);
    await second.stop();
    expect(await findPostmaster(clusterFolder(folder))).toBeNull();
  });

  it("serves two that start at the same moment with one server", async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.connectionString).toBe(first.connectionString);
  });

  it("starts the server again when it was killed, with all that was committed", async () => {
    const server = await start(folder, { durable: true });
    await query(server, "create table kept as select 'here' as word");
    const killed = readPostmaster(clusterFolder(folder));
    process.kill(killed?.pid ?? Number.NaN, "SIGKILL");
    await expect
      .poll(() => query(server, "select word from kept").catch(() => null), { timeout: 30_000 })
      .toEqual([["here"]]);
    expect(readPostmaster(clusterFolder(folder))?.pid).not.toBe(killed?.pid);
  }, 40_000);

  it("keeps a server that starts over because one of its processes died", async () => {
    const lost: Error[] = [];
    const server = await start(folder, { durable: true, onLost: (error) => lost.push(error) });
    await query(server, "create table kept as select 'here' as word");
    const holders = "select pid::text from pg_stat_activity where application_name = 'leadwright holder'";
    const [[killed = ""] = []] = await query(server, holders);
    process.kill(Number(killed), "SIGKILL");
    const held = async () => (await query(server, holders).catch(() => [])).flat().filter((pid) => pid !== killed);
    await expect.poll(held, { timeout: 30_000 }).toHaveLength(1);
    expect(await query(server, "select word from kept")).toEqual([["here"]]);
    expect(lost).toEqual([]);
  }, 40_000);

  it("is not misled by the process number of a dead server that somebody else has now", async () => {
    const first = await start();
    const file = join(clusterFolder(folder), "postmaster.pid");
    const content = readFileSync(file, "utf8");
    await first.stop();
    writeFileSync(file, content.replace(/^\d+/, String(process.ppid)), { mode: 0o644 });
    expect(await query(await start(), "select 1")).toEqual([[1]]);
  });

  it("starts afresh after a first start that was interrupted", async () => {
    const half = join(folder, "postgres", "cluster.making-999999999");
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, "PG_VERSION"), "18");
    await start();
    expect(readdirSync(join(folder, "postgres")).filter((name) => name.includes("making"))).toEqual([]);
  });

  it("finds a short place for the socket when the data folder's path is too long for one", async () => {
    const server = await start(join(folder, "x".repeat(120)));
    const socketFolder = new URL(server.connectionString).searchParams.get("host") ?? "";
    expect(socketFolder.length).toBeLessThan(100);
    expect(await query(server, "select 1")).toEqual([[1]]);
    await server.stop();
    expect(existsSync(socketFolder)).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)("works as root beneath a folder that only root may enter", async () => {
    chmodSync(folder, 0o700);
    expect(await query(await start(join(folder, "data")), "select current_user")).toEqual([["postgres"]]);
  });

  it("says what to do about data of another version", async () => {
    mkdirSync(clusterFolder(folder), { recursive: true });
    writeFileSync(join(clusterFolder(folder), "PG_VERSION"), "14\n");
    await expect(start()).rejects.toThrow(/written by PostgreSQL 14.*npm run backup/);
  });

  it("says what to do about a data folder that is a file", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(start(join(folder, "file"))).rejects.toThrow(/is not a folder. Set DATA_DIR/);
  });

  it.runIf(process.platform === "linux")("says what to do about a full disk", async ({ skip }) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", disk]).status === 0;
    skip(!mounted, "needs the right to mount a small file system");
    try {
      await expect(start(disk)).rejects.toThrow(/disk of .* is full/);
    } finally {
      spawnSync("umount", [disk]);
    }
  });
});
