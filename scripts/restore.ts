// `npm run restore -- FILE`: puts a backup into an installation without data, or with --force in place of its data.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { environment } from "@/lib/config/environment";
import { SetupError } from "@/lib/kit/setup-error";
import { restoreBackup } from "./backup/restore-backup";
import { withDatabase } from "./server/database";
import { step } from "./server/progress";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: "boolean", default: false } },
});
const [name, ...others] = positionals;
if (!name || others.length > 0) throw new SetupError("Usage: npm run restore -- FILE [--force]");

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
