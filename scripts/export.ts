// `npm run export -- --location ID-OR-NAME FILE`: everything of one location in a file that people can read.
import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { withDiskErrors } from "@/db/embedded/disk-errors";
import { newId } from "@/lib/kit/id";
import { SetupError, UsageError } from "@/lib/kit/setup-error";
import { writeLocation } from "@/lib/transfer/write-location";
import { readCommandLine } from "./command-line";
import { withDatabase } from "./server/database";
import { step } from "./server/progress";
import { locationNamed } from "./transfer/find-location";

const usage = "Usage: npm run export -- --location ID-OR-NAME FILE.zip [--force]";
const { values, positionals } = readCommandLine(usage, {
  allowPositionals: true,
  options: { location: { type: "string" }, force: { type: "boolean", default: false } },
});
const [name, ...others] = positionals;
const wanted = values.location;
if (!name || !wanted || others.length > 0) throw new UsageError(usage);
// Relative to where the command was typed: npm and our launcher have both moved to the project.
const file = resolve(process.env.INIT_CWD ?? ".", name);
if (existsSync(file) && !values.force)
  throw new SetupError(`${file} is there already. Choose another name, or add --force to replace it.`);

const manifest = await step("Export", () =>
  withDatabase(async () => {
    const actor = { type: "system", name: "npm run export" } as const;
    const context = { actor, location: await locationNamed(wanted), now: new Date(), requestId: newId() };
    const draft = `${file}.${context.requestId}`;
    try {
      const written = await writeLocation(context, draft);
      renameSync(draft, file);
      return written;
    } catch (error) {
      rmSync(draft, { force: true });
      return withDiskErrors(file, () => {
        throw error;
      });
    }
  }),
);
const records = manifest.tables.reduce((sum, table) => sum + table.records, 0);
console.log(`${file}: ${records} records, ${manifest.files} files, ${(statSync(file).size / 1_048_576).toFixed(1)} MB`);
for (const missing of manifest.missingFiles)
  console.log(`The file ${missing} is not in the storage and is not part of it.`);
