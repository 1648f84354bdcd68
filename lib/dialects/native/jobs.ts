import { z } from "zod";
import type { DeadJob } from "@/lib/jobs/list-dead-jobs";
import { time } from "./fields";

export const FailedJobsAnswer = z.object({
  jobs: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      attempts: z.int(),
      lastError: z.string(),
      failedAt: time,
    }),
  ),
});

/** Jobs that were given up as the wire shows them. */
export const printFailedJobs = (jobs: DeadJob[]): z.input<typeof FailedJobsAnswer> => ({
  jobs: jobs.map(({ failedAt, ...job }) => ({ ...job, failedAt: failedAt.toISOString() })),
});
