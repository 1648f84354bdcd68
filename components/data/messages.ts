import { inLanguage } from "@/lib/kit/language";
import { sayNumber, sayTenths } from "@/lib/kit/number";

/** The words of the data page of the settings. */
export const messages = inLanguage("data", {
  title: "Data",
  exportTitle: "Export everything",
  exportHint:
    "All records and files of this location in one ZIP file, as text that other programs can read. Passwords and keys are never part of it. On the server, npm run import:location reads it into a location that is still empty.",
  start: "Export location",
  download: (name: string) => `Download ${name}`,
  downloadShort: "Download",
  noneTitle: "No exports yet",
  noneHint: "A file that you ask for appears here, to be downloaded by administrators.",
  failed: "The exports could not be loaded",
  failedStart: "The export could not be started",
  statuses: { waiting: "Waiting", running: "Running", done: "Done", failed: "Failed" },
  records: (count: number) => (count === 1 ? "1 record" : `${sayNumber(count)} records`),
  megabytes: (bytes: number) => `${sayTenths(bytes / 1_048_576)} MB`,
  by: (name: string) => `by ${name}`,
});
