import type { Task, TaskList } from "graphile-worker";
import type { Context } from "@/lib/access/context";
import { findLocation } from "@/lib/access/identity";
import { jobKinds, type JobName, type JobPayload } from "@/lib/jobs/catalogue";
import { type Drivers, handlers } from "./handlers";
import { schedules } from "./schedules";

/** Every job by its name in the queue, ready for the queue to run. */
export function tasksOf(workerId: string, drivers: Drivers): TaskList {
  // The keys of the catalogue are the job names.
  const names = Object.keys(jobKinds) as JobName[];
  return {
    ...Object.fromEntries(names.map((name) => [name, taskOf(name, workerId, drivers)])),
    ...Object.fromEntries(schedules.map(({ name, run }) => [name, run])),
  };
}

/** A job runs as the system in its location. One whose location is gone has nothing left to do. */
function taskOf<Name extends JobName>(name: Name, workerId: string, drivers: Drivers): Task {
  return async (given, { job, abortSignal }) => {
    // Parsed by the schema of this name, which the compiler can not follow through the table.
    const payload = jobKinds[name].payload.parse(given) as JobPayload<Name>;
    const location = await findLocation(payload.locationId);
    if (!location) return;
    const actor = { type: "system", name: "Leadwright" } as const;
    const context: Context = { actor, location, now: new Date(), requestId: `job-${job.id}` };
    await handlers[name](
      context,
      payload,
      { workerId, isLast: job.attempts >= job.max_attempts, signal: abortSignal },
      drivers,
    );
  };
}
