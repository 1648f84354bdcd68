// Installs what developing and testing need, when it is missing: `node scripts/dependencies.mjs`, and first of all `npm test`.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { installDependencies } from "./install.mjs";

try {
  await installDependencies(dirname(dirname(fileURLToPath(import.meta.url))), { development: true });
} catch (error) {
  if (error?.name !== "SetupError") throw error;
  console.error(`\n${error.message}\n`);
  process.exit(1);
}
