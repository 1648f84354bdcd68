import { endpoint } from "@/lib/dialects/native/dialect";
import { FailedJobsAnswer, printFailedJobs } from "@/lib/dialects/native/jobs";
import { listDeadJobs } from "@/lib/jobs/list-dead-jobs";

export const GET = endpoint({
  operation: "app-list-failed-jobs",
  summary: "Jobs of this location that failed as often as they are tried, the last 100",
  permission: "settings.write",
  answer: FailedJobsAnswer,
  input: () => 100,
  run: listDeadJobs,
  print: printFailedJobs,
});
