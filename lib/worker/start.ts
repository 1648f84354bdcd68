import { mailDriver } from "@/lib/providers/mail/configured";
import { foldLeadTallies } from "./fold-tallies";
import type { Drivers } from "./handlers";
import { startLiveness } from "./liveness";
import { runQueue } from "./queue";
import { repeat } from "./repeat";
import { scheduleItems } from "./schedules";
import { tasksOf } from "./tasks";

const foldMilliseconds = 3000;
const finishMilliseconds = 10_000;

export type Worker = {
  /** Takes no more jobs, lets the running ones finish for up to 10 s, and leaves. */
  stop: () => Promise<void>;
};

/**
 * Runs jobs and maintenance in this process until it is stopped. Any number of processes may: each job
 * is run by one of them, and what one was at when it was killed, another does again within seconds.
 *
 * @param drivers stand in for the ones the settings ask for.
 * @throws SetupError when the database can not be reached.
 */
export async function startWorker(drivers: Drivers = { mail: mailDriver() }): Promise<Worker> {
  const liveness = await startLiveness();
  const queue = await runQueue(tasksOf(liveness.id, drivers), scheduleItems(), liveness.register).catch(
    async (error: unknown) => {
      await liveness.end();
      throw error;
    },
  );
  const stopFolding = repeat("fold lead tallies", foldMilliseconds, foldLeadTallies);
  return {
    stop: async () => {
      await Promise.all([stopFolding(), queue.stop(finishMilliseconds)]);
      drivers.mail?.close();
      await liveness.end();
    },
  };
}
