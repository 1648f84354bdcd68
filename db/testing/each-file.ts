import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, inject } from "vitest";

// Vitest's set-up of each test file. It stays light: most files never ask for a database.
const dataFolder = join(inject("folder"), `data-${process.env.VITEST_POOL_ID ?? "1"}`);
mkdirSync(dataFolder, { recursive: true });
process.env.DATA_DIR = dataFolder;

afterAll(async () => {
  const { dropTestDatabase } = await import("./database");
  await dropTestDatabase();
});
