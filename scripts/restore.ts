// `npm run restore -- FILE`: puts a backup into an installation without data, or with --force in place of its data.
import { resolve } from "node:path";
import { environment } from "@/lib/config/environment";
import { UsageError } from "@/lib/kit/setup-error";
import { restoreBackup } from "./backup/restore-backup";
import { readCommandLine } from "./command-line";
import { withDatabase } from "./server/database";
import { step } from "./server/progress";

const usage = "Usage: npm run restore -- FILE [--force]";
const { values, positionals } = readCommandLine(usage, {
  allowPositionals: true,
  options: { force: { type: "boolean", default: false } },
});
const [name, ...others] = positionals;
if (!name || others.length > 0) throw new UsageError(usage);

const manifest = await step("Restore", () =>
  withDatabase(({ directConnectionString }) =>
    restoreBackup({
      connectionString: directConnectionString,
      file: resolve(process.env.INIT_CWD ?? ".", name),
      dataFolder: environment.DATA_DIR,
      force: values.force,
    }),
  ),
);
const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
console.log(`Restored ${manifest.tables.length} tables with ${rows} rows, as they were on ${manifest.createdAt}.`);
