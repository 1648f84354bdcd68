import { inLanguage } from "@/lib/kit/language";
import { sayNumber, sayTenths } from "@/lib/kit/number";

/** The words of the data page of the settings. */
export const messages = inLanguage("data", {
  title: "Data",
  exportTitle: "Export everything",
  exportHint:
    "All records and files of this location in one ZIP file, as text that other programs can read. Passwords and keys are never part of it.",
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
  importTitle: "Read an export in",
  importHint:
    "The file of another location, read into this one while it is still empty. All of it comes in, or nothing. People are known by their email; those who are not are added without a password.",
  notEmptyTitle: "This location is not empty",
  notEmptyHint:
    "It has leads or contacts already, or some in the bin. An export is read into an empty location alone: ask who runs this installation for a new one.",
  dropExport: "Drop the file of an export here",
  dropExportHint: "A ZIP file of up to 2 GB. Larger ones are read in on the server, with npm run import:location.",
  notZip: (name: string) => `${name} is not the export of a location, which is a ZIP file.`,
  tooLarge: (name: string) => `${name} is larger than 2 GB. Read it in on the server.`,
  readingIn: (name: string) => `Reading ${name} in`,
  recordsOf: (done: number, all: number) => `${sayNumber(done)} of ${sayNumber(all)} records`,
  failedImports: "What was read in could not be loaded",
  files: (count: number) => (count === 1 ? "1 file" : `${sayNumber(count)} files`),
  people: (known: number, made: number) =>
    `${known === 1 ? "1 person" : `${sayNumber(known)} people`} known, ${sayNumber(made)} added without a password`,
  readIn: (name: string) => `${name} was read in`,
  by: (name: string) => `by ${name}`,
});
