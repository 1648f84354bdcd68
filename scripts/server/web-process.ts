// One of the processes that answer requests when there are several (WEB_CONCURRENCY); see web-processes.ts.
import { resolve } from "node:path";
import { log } from "@/lib/http/log";
import { openDatabase } from "./database";
import { keepHeapSmall } from "./heap";
import { stopList } from "./stop-list";
import { onStopSignal } from "./stop-signals";
import { serveWeb } from "./web";

/** As for the database of the server that started this one. */
const closingMilliseconds = 75_000;
const stops = stopList();

keepHeapSmall();
onStopSignal(
  () => void end(0),
  () => process.exit(130),
);
process.on("uncaughtException", fail);
const database = await openDatabase(fail);
stops.add(() => database.close(), closingMilliseconds);
await serveWeb(resolve("."), stops);

function fail(error: unknown): void {
  log.fatal({ err: error }, "A web process stops: this should not have happened");
  void end(1);
}

async function end(exitCode: number): Promise<void> {
  await stops.stop((error) => log.error({ err: error }, "stopping failed"));
  process.exit(exitCode);
}
