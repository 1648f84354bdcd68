import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, inject } from "vitest";

// Vitest's set-up of each test file. Files share a process, one after the other: each leaves it as it found it.
const dataFolder = join(inject("folder"), `data-${process.env.VITEST_POOL_ID ?? "1"}`);
mkdirSync(dataFolder, { recursive: true });
process.env.DATA_DIR = dataFolder;

const { environment } = await import("@/lib/config/environment");
const settings = { ...environment };

afterAll(async () => {
  Object.assign(environment, settings);
  const { dropTestDatabase } = await import("./database");
  await dropTestDatabase();
});
