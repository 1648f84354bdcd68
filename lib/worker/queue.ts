import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import {
  type CronItem,
  type Job,
  Logger,
  parseCronItems,
  run,
  type Runner,
  type TaskList,
  type WorkerPool,
} from "graphile-worker";
import { openQueuePool } from "@/lib/data/pool";
import { log } from "@/lib/http/log";

/** Jobs that one process runs at the same time. */
const concurrency = 4;
const restartMilliseconds = 1000;
/** So many failed attempts in a row to take a job, of all runners together, and the queue starts afresh. */
const mostFailures = 3 * concurrency;

export type Queue = {
  /** Takes no more jobs and gives the running ones so long; what is still not done then will be tried again. */
  stop: (milliseconds: number) => Promise<void>;
};

/**
 * Runs the jobs of the queue with `tasks`, and adds those that `schedule` says. A queue that breaks off
 * because the database was away starts again.
 *
 * @param onName is told the name under which jobs are locked, before the first is taken.
 * @throws the database's error when the queue can not start at all.
 */
export async function runQueue(
  tasks: TaskList,
  schedule: CronItem[],
  onName: (lockedBy: string) => Promise<void>,
): Promise<Queue> {
  // Beside the jobs: one connection to listen on, one for the schedule.
  const connections = openQueuePool(concurrency + 2);
  let runner: Runner;
  let pool: WorkerPool | undefined;
  let stopping = false;
  let failures = 0;
  const events = new EventEmitter();
  events.on("pool:create", ({ workerPool }: { workerPool: WorkerPool }) => {
    pool = workerPool;
    failures = 0;
  });
  events.on("job:error", ({ job, error }: { job: Job; error: unknown }) => logFailure(job, error));
  for (const success of ["job:start", "worker:getJob:empty"]) {
    events.on(success, () => {
      failures = 0;
    });
  }
  // graphile-worker keeps a failed first look at its tables for ever: only a new one looks again.
  events.on("worker:getJob:error", ({ error }: { error: unknown }) => {
    failures += 1;
    if (failures !== mostFailures) return;
    log.warn({ err: error }, "the job queue can not take jobs and starts afresh");
    void runner.stop().catch(() => {});
  });

  const start = (): Promise<Runner> =>
    run({
      pgPool: connections,
      taskList: tasks,
      parsedCronItems: parseCronItems(schedule),
      concurrency,
      noHandleSignals: true,
      logger,
      events,
      preset: {
        plugins: [
          { name: "leadwright", worker: { hooks: { startWorker: (_, { worker }) => onName(worker.workerPool.id) } } },
        ],
      },
    });
  const keepRunning = async () => {
    while (!stopping) {
      await runner.promise.catch((error: unknown) => log.error({ err: error }, "the job queue broke off"));
      if (stopping) return;
      await wait(restartMilliseconds, undefined, { ref: false });
      runner = await start().catch((error: unknown) => {
        log.error({ err: error }, "the job queue could not start");
        return runner;
      });
    }
    await runner.stop().catch(() => {});
  };
  runner = await start().catch(async (error: unknown) => {
    await connections.end();
    throw error;
  });
  const running = keepRunning();

  return {
    stop: async (milliseconds) => {
      stopping = true;
      const giveUp = setTimeout(() => {
        void Promise.resolve(pool?.forcefulShutdown("The worker was stopped before the job was done.")).catch(() => {});
      }, milliseconds);
      // Refused when the queue has broken off and is not back yet.
      await runner.stop().catch(() => {});
      await running;
      clearTimeout(giveUp);
      await connections.end();
    },
  };
}

function logFailure(job: Job, error: unknown): void {
  const details = { err: error, job: job.id, task: job.task_identifier, attempt: job.attempts };
  if (job.attempts >= job.max_attempts) log.error(details, "job failed for good");
  else log.warn(details, "job failed and will be tried again");
}

/** What the queue itself has to say. It tells of failed jobs as well, which are logged above, without their payload. */
const logger = new Logger(() => (level, message, meta) => {
  if (meta?.failure === true) return;
  if (level === "error") log.error({ queue: message }, "the job queue reports an error");
  else if (level === "warning") log.warn({ queue: message }, "the job queue warns");
});
