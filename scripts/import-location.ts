// `npm run import:location -- --location ID FILE`: the file of an exported location into one that is still empty.
import { resolve } from "node:path";
import { UsageError } from "@/lib/kit/setup-error";
import { readLocation } from "@/lib/transfer/read-location";
import { readCommandLine } from "./command-line";
import { withDatabase } from "./server/database";
import { step } from "./server/progress";
import { locationNamed } from "./transfer/find-location";

const usage = "Usage: npm run import:location -- --location ID-OR-NAME FILE.zip";
const { values, positionals } = readCommandLine(usage, {
  allowPositionals: true,
  options: { location: { type: "string" } },
});
const [name, ...others] = positionals;
const { location } = values;
if (!name || !location || others.length > 0) throw new UsageError(usage);
const file = resolve(process.env.INIT_CWD ?? ".", name);
const done = await step("Import", () =>
  withDatabase(async () => readLocation(file, (await locationNamed(location)).id)),
);
console.log(
  `${done.records} records and ${done.files} files were read in. ${done.users.known} people were known by their email, ${done.users.made} were added without a password.`,
);
