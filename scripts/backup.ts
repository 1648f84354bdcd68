// `npm run backup -- FILE`: all data of the installation in one file, whether or not it runs.
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { environment } from "@/lib/config/environment";
import { SetupError, UsageError } from "@/lib/kit/setup-error";
import { writeBackup } from "./backup/write-backup";
import { readCommandLine } from "./command-line";
import { withDatabase } from "./server/database";
import { step } from "./server/progress";

const usage = "Usage: npm run backup -- FILE [--force]";
const { values, positionals } = readCommandLine(usage, {
  allowPositionals: true,
  options: { force: { type: "boolean", default: false } },
});
const [name, ...others] = positionals;
if (!name || others.length > 0) throw new UsageError(usage);
// Relative to where the command was typed: npm and our launcher have both moved to the project.
const file = resolve(process.env.INIT_CWD ?? ".", name);
if (existsSync(file) && !values.force)
  throw new SetupError(`${file} is there already. Choose another name, or add --force to replace it.`);

const manifest = await step("Backup", () =>
  withDatabase(({ directConnectionString }) =>
    writeBackup({ connectionString: directConnectionString, file, dataFolder: environment.DATA_DIR }),
  ),
);
const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
const uploads = manifest.entries.filter(({ content }) => content.type === "upload").length;
const megabytes = (statSync(file).size / 1_048_576).toFixed(1);
console.log(`${file}: ${manifest.tables.length} tables, ${rows} rows, ${uploads} uploaded files, ${megabytes} MB`);
if (environment.S3_BUCKET)
  console.log(`Files in the bucket ${environment.S3_BUCKET} are not part of it: back the bucket up as well.`);
