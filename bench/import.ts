import { Client } from "pg";
import type { Embedded } from "@/db/embedded/start";
import { migrate } from "@/db/migrate";
import { startChild } from "./child";
import type { ImportAnswer, ImportQuestion } from "./import-worker";

/** What importing a file of so many plain rows did, and taking it back. */
export type ImportFigures = ImportAnswer & { rows: number };

/** By which name `--only` chooses it. */
export const importName = "import";

const sizes = [10_000, 100_000];
const database = "bench_import";

/** Imports files by the real job, each in a process and a location of its own, in a database that is empty before the first. */
export async function measureImports(
  server: Embedded,
  dataFolder: string,
  tell: (step: string) => void,
): Promise<ImportFigures[]> {
  const url = new URL(server.connectionString);
  url.pathname = `/${database}`;
  await administrate(server, `drop database if exists ${database} with (force)`, `create database ${database}`);
  await migrate(url.href);
  const figures: ImportFigures[] = [];
  for (const rows of sizes) {
    const worker = startChild<ImportQuestion, ImportAnswer>("import-worker.ts", {
      DATABASE_URL: url.href,
      DATA_DIR: dataFolder,
      LOG_LEVEL: "warn",
    });
    try {
      const answer = await worker.ask({ rows });
      figures.push({ rows, ...answer });
      tell(
        `${rows} rows imported: ${Math.round(answer.rowsPerSecond)}/s, undone: ${Math.round(answer.undonePerSecond)}/s`,
      );
    } finally {
      await worker.stop();
    }
  }
  await administrate(server, `drop database ${database} with (force)`);
  return figures;
}

async function administrate(server: Embedded, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: server.connectionString, application_name: "leadwright bench" });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
