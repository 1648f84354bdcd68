// What `npm test` runs, with whatever Node there is from 20.9 on.
import { runScript } from "./launch.mjs";

await import("./dependencies.mjs");
await runScript("scripts/test.ts", process.argv.slice(2));
