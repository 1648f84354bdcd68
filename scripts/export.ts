// `npm run export -- --location ID FILE`: everything of one location in a file that people can read.
import { existsSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { newId } from "@/lib/kit/id";
import { SetupError } from "@/lib/kit/setup-error";
import { writeLocation } from "@/lib/transfer/write-location";
import { withDatabase } from "./server/database";
import { step } from "./server/progress";
import { locationNamed } from "./transfer/find-location";

const usage = "Usage: npm run export -- --location ID-OR-NAME FILE.zip [--force]";
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { location: { type: "string" }, force: { type: "boolean", default: false } },
});
const [name, ...others] = positionals;
const wanted = values.location;
if (!name || !wanted || others.length > 0) throw new SetupError(usage);
// Relative to where the command was typed: npm and our launcher have both moved to the project.
const file = resolve(process.env.INIT_CWD ?? ".", name);
if (existsSync(file)) {
  if (!values.force)
    throw new SetupError(`${file} is there already. Choose another name, or add --force to replace it.`);
  rmSync(file);
}

const manifest = await step("Export", () =>
  withDatabase(async () => {
    const actor = { type: "system", name: "npm run export" } as const;
    const context = { actor, location: await locationNamed(wanted), now: new Date(), requestId: newId() };
    return writeLocation(context, file);
  }),
);
const records = manifest.tables.reduce((sum, table) => sum + table.records, 0);
console.log(`${file}: ${records} records, ${manifest.files} files, ${(statSync(file).size / 1_048_576).toFixed(1)} MB`);
for (const missing of manifest.missingFiles)
  console.log(`The file ${missing} is not in the storage and is not part of it.`);
