import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** The production server under test. */
export type Product = { url: string; pid: number; stop: () => Promise<void> };

const startMilliseconds = 300_000;
const unlimited = "1000000000";

/**
 * Starts what `npm start` runs, on a database of the benchmark, with limits that no load reaches.
 * Builds the screens when this version's are not built yet.
 */
export async function startProduct(given: {
  databaseUrl: string;
  dataFolder: string;
  profile?: string;
}): Promise<Product> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const profiling = given.profile ? ["--cpu-prof", `--cpu-prof-dir=${given.profile}`, "--cpu-prof-interval=500"] : [];
  const child = spawn(process.execPath, [...profiling, "--disable-warning=ExperimentalWarning", "scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: given.dataFolder,
      DATABASE_URL: given.databaseUrl,
      DEMO: "false",
      LOG_LEVEL: "warn",
      RATE_LIMIT_BURST: unlimited,
      RATE_LIMIT_DAILY: unlimited,
    },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error("The server could not be started.");
  const said: string[] = [];
  child.stdout.on("data", (text: Buffer) => said.push(text.toString()));
  try {
    await ready(url, child);
  } catch (error) {
    console.error(said.join(""));
    throw error;
  }
  return { url, pid, stop: () => stop(child) };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + startMilliseconds;
  for (;;) {
    if (child.exitCode !== null) throw new Error("The server ended at its start.");
    if (Date.now() > deadline) throw new Error("The server did not become ready in time.");
    const answer = await fetch(`${url}/api/leads`).catch(() => null);
    if (answer) return;
    await wait(200);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
