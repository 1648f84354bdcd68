// What `npm start` comes to: database, migrations, demo data, build, worker and web server, in one process
// unless WEB_CONCURRENCY says otherwise.
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fullDiskError } from "@/db/embedded/disk-errors";
import { migrate } from "@/db/migrate";
import { seedDemo } from "@/db/seed/demo";
import { environment } from "@/lib/config/environment";
import { log } from "@/lib/http/log";
import { SetupError } from "@/lib/kit/setup-error";
import { startWorker } from "@/lib/worker/start";
import { refuseArguments } from "./command-line";
import { takeDataFolder } from "./server/data-folder";
import { type Database, openDatabase } from "./server/database";
import { keepHeapSmall } from "./server/heap";
import { keepInstallationUrl } from "./server/installation-url";
import { build, isBuilt } from "./server/next-build";
import { step } from "./server/progress";
import { signInHint } from "./server/sign-in-hint";
import { stopList } from "./server/stop-list";
import { onStopSignal } from "./server/stop-signals";
import { serveWeb } from "./server/web";
import { serveByProcesses } from "./server/web-processes";
import { checkPort } from "./server/web-server";

const root = resolve(".");
const { DATA_DIR, DATABASE_URL, DEMO, HOST, PORT, WEB_CONCURRENCY, WORKER } = environment;
const stops = stopList();
const interrupt = new AbortController();
const unfinishedMilliseconds = 10_000;
const forcedMilliseconds = 3000;
/** The embedded server is asked to stop for 30 s, and told to for as long. */
const closingMilliseconds = 75_000;
let database: Database | undefined;

refuseArguments("npm start");
keepHeapSmall();
onStopSignal(() => void shutDown(0), force);
process.on("uncaughtException", fail);
const starting = start().catch(fail);

async function start(): Promise<void> {
  const began = performance.now();
  console.log("Starting Leadwright");
  stops.add(await takeDataFolder(DATA_DIR));
  await checkPort(HOST, PORT);

  const opened = (database = await step("Database", () => openDatabase(fail)));
  stops.add(() => opened.close(), closingMilliseconds);
  const onProgress = (name: string) => console.log(`  Applying ${name}`);
  await step("Migrations", () => migrate(opened.directConnectionString, { onProgress, signal: interrupt.signal }));
  interrupt.signal.throwIfAborted();
  if (DEMO ?? DATABASE_URL === undefined) await step("Demo data", () => seedDemo());
  interrupt.signal.throwIfAborted();
  if (!isBuilt(root)) await step("Building the screens, once per version", () => build(root, interrupt.signal));
  interrupt.signal.throwIfAborted();

  if (WORKER === "inline") {
    const worker = await startWorker();
    stops.add(() => worker.stop());
  }
  const port = await step("Screens", () =>
    WEB_CONCURRENCY > 1 ? serveByProcesses(WEB_CONCURRENCY, stops) : serveWeb(root, stops),
  );
  const url = keepInstallationUrl(port);
  console.log(`\nLeadwright is ready after ${((performance.now() - began) / 1000).toFixed(1)} s: ${url}`);
  console.log([...(await signInHint()), "Ctrl-C stops it."].join("\n"));
}

function fail(error: unknown): void {
  // Whatever a start that is being stopped trips over is no failure.
  if (interrupt.signal.aborted) return;
  const told = error instanceof SetupError ? error : fullDiskError(error, DATA_DIR);
  if (told) console.error(`\n${told.message}\n`);
  else log.fatal({ err: error }, "Leadwright stops: this should not have happened");
  void shutDown(1);
}

async function shutDown(exitCode: number): Promise<void> {
  if (interrupt.signal.aborted) return;
  interrupt.abort();
  if (exitCode === 0) console.log("\nStopping. Ctrl-C again does not wait for open requests.");
  await within(unfinishedMilliseconds, starting);
  await stops.stop((error) => log.error({ err: error }, "stopping failed"));
  process.exit(exitCode);
}

/** Waits for no request any more, only for the database to close its files. */
function force(): void {
  void within(forcedMilliseconds, database?.close()).finally(() => process.exit(130));
}

function within(milliseconds: number, work: Promise<unknown> | undefined): Promise<unknown> {
  return Promise.race([work, wait(milliseconds)]);
}
