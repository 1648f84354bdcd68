// `node scripts/run.mjs FILE arguments...`: runs a TypeScript file of the project with the project's Node.
import { runScript } from "./launch.mjs";

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error("Usage: node scripts/run.mjs FILE [arguments]");
  process.exit(1);
}
await runScript(file, args);
