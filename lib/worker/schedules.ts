import type { CronItem } from "graphile-worker";
import { purgeDeleted } from "./purge-deleted";
import { purgeExpired } from "./purge-expired";
import { purgeTransfers } from "./purge-transfers";
import { requeueMail } from "./requeue-mail";
import { tellDueTasks } from "./tell-due-tasks";

/** Maintenance of the whole installation: done once, however many workers there are. */
type Schedule = {
  name: string;
  /** Minute, hour, day, month, weekday, in UTC. */
  at: string;
  /** Done at start when it was missed no longer ago than this: a computer may be off at night. */
  catchUpMilliseconds: number;
  run: () => Promise<void>;
};

const hour = 3_600_000;
const minute = 60_000;

export const schedules: readonly Schedule[] = [
  { name: "purge_deleted", at: "15 3 * * *", catchUpMilliseconds: 24 * hour, run: purgeDeleted },
  { name: "purge_transfers", at: "45 3 * * *", catchUpMilliseconds: 24 * hour, run: purgeTransfers },
  { name: "purge_expired", at: "5 * * * *", catchUpMilliseconds: hour, run: purgeExpired },
  { name: "requeue_mail", at: "*/10 * * * *", catchUpMilliseconds: hour, run: requeueMail },
  { name: "tell_due_tasks", at: "* * * * *", catchUpMilliseconds: minute, run: tellDueTasks },
];

/** The schedules as the queue takes them. */
export const scheduleItems = (): CronItem[] =>
  schedules.map(({ name, at, catchUpMilliseconds }) => ({
    task: name,
    match: at,
    options: { backfillPeriod: catchUpMilliseconds, maxAttempts: 5, jobKey: name },
  }));
