import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clusterFolder } from "@/db/embedded/cluster";
import { isServerOf, readPostmaster } from "@/db/embedded/postmaster-file";
import { type StandInServer, startOldServer, startSilentServer } from "@/db/testing/stand-in-server";
import { takeLock } from "./server/process-lock";
import { copyCheckout } from "./testing/checkout";
import { type StartedProcess, startProcess } from "./testing/start-process";

const buildMilliseconds = 240_000;
const patientMilliseconds = 60_000;
const patient = { timeout: 30_000, interval: 100 };
let folder: string;
let started: StartedProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-serve-"));
  started = [];
});

afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill("SIGTERM");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

function start(
  settings: Record<string, string> = {},
  options: Parameters<typeof startProcess>[1] = {},
): StartedProcess {
  const process = startProcess({ PORT: "0", DATA_DIR: folder, DEMO: "false", ...settings }, options);
  started.push(process);
  return process;
}

/** What a start prints that fails as it should: with the exit code 1, no stack, and nothing left running. */
async function failureOf(process: StartedProcess): Promise<string> {
  expect(await process.ended).toBe(1);
  expect(process.output()).not.toMatch(/^\s+at /m);
  expect(isDatabaseRunning()).toBe(false);
  return process.output();
}

function isDatabaseRunning(): boolean {
  const server = readPostmaster(clusterFolder(folder));
  return server !== null && isServerOf(clusterFolder(folder), server.pid);
}

/** The processes that answer requests of the Leadwright under test, by id. */
function webProcesses(): number[] {
  const contentOf = (pid: string, file: string): string => {
    try {
      return readFileSync(join("/proc", pid, file), "utf8");
    } catch {
      return "";
    }
  };
  return readdirSync("/proc")
    .filter((pid) => contentOf(pid, "cmdline").includes("web-process.ts"))
    .filter((pid) => contentOf(pid, "environ").includes(folder))
    .map(Number);
}

async function address(process: StartedProcess): Promise<string> {
  const [, url = ""] = await process.printed(/ready after .*: (http:\S+)/);
  return url;
}

describe("npm start", { timeout: patientMilliseconds }, () => {
  it(
    "serves screens and API, and stops all of it at Ctrl-C",
    async () => {
      const first = start();
      const url = await address(first);
      expect((await fetch(`${url}/`, { redirect: "manual" })).status).toBeLessThan(500);
      expect((await fetch(`${url}/api/v1/leads`)).status).toBeLessThan(500);
      expect(readFileSync(join(folder, "url"), "utf8").trim()).toBe(url);
      expect(first.output()).toContain("npm run admin -- create-user");
      first.child.kill("SIGINT");
      expect(await first.ended).toBe(0);
      expect(isDatabaseRunning()).toBe(false);
      expect(existsSync(join(folder, "leadwright.lock"))).toBe(false);
    },
    buildMilliseconds,
  );

  it(
    "recovers from being killed: the next start takes over what was left",
    async () => {
      const killed = start();
      await address(killed);
      killed.child.kill("SIGKILL");
      await killed.ended;
      expect(isDatabaseRunning()).toBe(true);
      const next = start();
      await address(next);
      next.child.kill("SIGTERM");
      expect(await next.ended).toBe(0);
      expect(isDatabaseRunning()).toBe(false);
    },
    buildMilliseconds,
  );

  // What runs is seen in /proc.
  it.skipIf(process.platform !== "linux")(
    "serves from several processes, and replaces one that dies",
    async () => {
      const primary = start({ WEB_CONCURRENCY: "2" });
      const url = await address(primary);
      const [killed, kept] = webProcesses();
      if (!killed || !kept) throw new Error(`There are no two processes:\n${primary.output()}`);
      process.kill(killed, "SIGKILL");
      const isServing = () =>
        // A connection that was on its way to the one that died gets no answer.
        fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(2000) }).then(
          ({ ok }) => ok,
          () => false,
        );
      await expect.poll(isServing, patient).toBe(true);
      await expect.poll(() => webProcesses().filter((pid) => pid !== kept), patient).toHaveLength(1);
      primary.child.kill("SIGTERM");
      expect(await primary.ended).toBe(0);
      expect(webProcesses()).toEqual([]);
      expect(isDatabaseRunning()).toBe(false);
    },
    buildMilliseconds,
  );

  it("stops cleanly in the middle of a start", async () => {
    const process = start();
    await process.printed(/Database: done/);
    process.child.kill("SIGINT");
    expect(await process.ended).toBe(0);
    expect(isDatabaseRunning()).toBe(false);
  });

  it("stops though the database does not answer", async () => {
    const server = await startSilentServer("when worked with");
    try {
      const process = start({ DATABASE_URL: server.url });
      await process.printed(/\.\.\. Migrations/);
      process.child.kill("SIGTERM");
      expect(await process.ended).toBe(0);
      expect(existsSync(join(folder, "leadwright.lock"))).toBe(false);
    } finally {
      server.stop();
    }
  });
});

describe("a start that can not succeed says what to do", { timeout: patientMilliseconds }, () => {
  let taken: Server | undefined;
  let standIn: StandInServer | undefined;

  afterEach(() => {
    taken?.close();
    standIn?.stop();
  });

  it("about a taken port", async () => {
    taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken?.listen(0, "127.0.0.1", () => {
        const bound = taken?.address();
        resolve(typeof bound === "object" && bound ? bound.port : 0);
      });
    });
    expect(await failureOf(start({ PORT: String(port) }))).toMatch(
      new RegExp(`Port ${port} is taken by another program.*choose another port with PORT`),
    );
  });

  it("about a data folder in use", async () => {
    const lock = takeLock(join(folder, "leadwright.lock"));
    expect(lock.held).toBe(true);
    expect(await failureOf(start())).toMatch(
      new RegExp(`The data folder ${folder} is in use by another Leadwright \\(process ${process.pid}\\)`),
    );
  });

  it("about a data folder that can not be written", async () => {
    // Not even root may make a folder there.
    const forbidden = process.platform === "linux" ? "/sys/leadwright" : "/dev/null/leadwright";
    expect(await failureOf(start({ DATA_DIR: forbidden }))).toMatch(
      /(read-only disk|can not be written).*DATA_DIR|is not a folder. Set DATA_DIR/,
    );
  });

  it("about a data folder that is a file", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(await failureOf(start({ DATA_DIR: file }))).toContain(`${file} is not a folder. Set DATA_DIR to one.`);
  });

  it("about a full disk", async ({ skip }) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", disk]).status === 0;
    skip(!mounted, "needs the right to mount a small file system");
    try {
      expect(await failureOf(start({ DATA_DIR: disk }))).toMatch(/The disk of .* is full. Free some space/);
    } finally {
      spawnSync("umount", [disk]);
    }
  });

  it("about a database out of reach", async () => {
    const unreachable = start({ DATABASE_URL: "postgres://me:secret@127.0.0.1:1/leadwright" });
    expect(await failureOf(unreachable)).toMatch(/The database at 127\.0\.0\.1:1 can not be reached .*DATABASE_URL/);
    expect(unreachable.output()).not.toContain("secret");
  });

  it("about a database that is too old", async () => {
    standIn = await startOldServer("14.9");
    const old = start({ DATABASE_URL: standIn.url });
    expect(await failureOf(old)).toMatch(/The database server is PostgreSQL 14\.9; Leadwright needs 15 or later/);
  });

  it("about a database that does not answer", async () => {
    standIn = await startSilentServer("when asked");
    expect(await failureOf(start({ DATABASE_URL: standIn.url }))).toMatch(
      /The database at 127\.0\.0\.1:\d+ can not be reached \(no answer within 10 s\).*DATABASE_URL/,
    );
  });

  it("about wrong settings, all of them", async () => {
    const wrong = start({ PORT: "many", LOG_LEVEL: "loud" });
    expect(await failureOf(wrong)).toMatch(/These settings are wrong:\n {2}PORT: [^]*LOG_LEVEL: /);
  });

  it("about a Node.js that is too old", async () => {
    const pretend =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.19.0"}})';
    const old = start({}, { nodeOptions: ["--import", pretend] });
    expect(await failureOf(old)).toMatch(/needs Node\.js 20\.9 or later to start; this is 18\.19\.0/);
  });

  it("about a migration that fails", async () => {
    const checkout = copyCheckout();
    try {
      const journal = join(checkout.folder, "db/migrations/meta/_journal.json");
      const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { when: number }[] };
      entries.push(Object.assign({ ...entries.at(-1) }, { when: Date.now(), tag: "9999_broken" }));
      writeFileSync(journal, JSON.stringify({ entries }));
      writeFileSync(join(checkout.folder, "db/migrations/9999_broken.sql"), "select * from nowhere;");
      const broken = start({}, { folder: checkout.folder });
      expect(await failureOf(broken)).toMatch(
        /db\/migrations\/9999_broken\.sql failed: relation "nowhere" does not exist\. Nothing of it was kept/,
      );
    } finally {
      checkout.remove();
    }
  });

  it("about a build that fails", async () => {
    const checkout = copyCheckout();
    try {
      writeFileSync(join(checkout.folder, "next.config.js"), "export default {");
      const broken = start({}, { folder: checkout.folder });
      expect(await failureOf(broken)).toMatch(
        /The build failed:[^]*next\.config\.js[^]*Mend what it names and start again/,
      );
    } finally {
      checkout.remove();
    }
  });
});
