// `npm run worker`: runs jobs apart from the servers, which then are started with WORKER=off.
import { migrate } from "@/db/migrate";
import { SetupError } from "@/lib/kit/setup-error";
import { startWorker } from "@/lib/worker/start";
import { refuseArguments } from "./command-line";
import { openDatabase } from "./server/database";
import { keepHeapSmall } from "./server/heap";
import { onStopSignal } from "./server/stop-signals";

keepHeapSmall();
const ended = Promise.withResolvers<void>();
const interrupt = new AbortController();
refuseArguments("npm run worker");
onStopSignal(
  () => {
    interrupt.abort();
    ended.resolve();
  },
  () => process.exit(130),
);
const database = await openDatabase((cause) => ended.reject(new SetupError(cause.message, { cause })));
try {
  await migrate(database.directConnectionString, interrupt);
  const worker = await startWorker();
  console.log("The worker runs. Ctrl-C stops it.");
  try {
    await ended.promise;
  } finally {
    console.log("Stopping.");
    await worker.stop();
  }
} catch (error) {
  // Whatever a start that is being stopped trips over is no failure.
  if (!interrupt.signal.aborted) throw error;
} finally {
  await database.close();
}
process.exit();
