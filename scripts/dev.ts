// `npm run dev`: the embedded database or DATABASE_URL, jobs, and `next dev`, which reloads what changes.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { migrate } from "@/db/migrate";
import { seedDemo } from "@/db/seed/demo";
import { environment } from "@/lib/config/environment";
import { startWorker } from "@/lib/worker/start";
import { refuseArguments } from "./command-line";
import { takeDataFolder } from "./server/data-folder";
import { openDatabase } from "./server/database";
import { keepInstallationUrl } from "./server/installation-url";
import { step } from "./server/progress";
import { signInHint } from "./server/sign-in-hint";
import { onStopSignal } from "./server/stop-signals";
import { checkPort } from "./server/web-server";

const { DATABASE_URL, DATA_DIR, DEMO, HOST, PORT, WORKER } = environment;
const interrupt = new AbortController();
refuseArguments("npm run dev");
onStopSignal(
  () => interrupt.abort(),
  () => process.exit(130),
);

const releaseDataFolder = await takeDataFolder(DATA_DIR);
try {
  await checkPort(HOST, PORT);
  const database = await step("Database", () => openDatabase());
  try {
    await step("Migrations", () => migrate(database.directConnectionString, interrupt));
    if (DEMO ?? DATABASE_URL === undefined) await step("Demo data", () => seedDemo());
    const worker = WORKER === "inline" ? await startWorker() : null;
    keepInstallationUrl(PORT);
    console.log((await signInHint()).join("\n"));
    await runNext(database.connectionString);
    await worker?.stop();
  } catch (error) {
    // Whatever a start that is being stopped trips over is no failure.
    if (!interrupt.signal.aborted) throw error;
  } finally {
    await database.close();
  }
} finally {
  releaseDataFolder();
}
process.exit();

/** Runs `next dev` on the database until it ends or we are interrupted. */
async function runNext(connectionString: string): Promise<void> {
  if (interrupt.signal.aborted) return;
  const program = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const options = ["dev", "--port", String(PORT), "--hostname", HOST];
  const child = spawn(process.execPath, [program, ...options], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: connectionString },
  });
  interrupt.signal.addEventListener("abort", () => child.kill("SIGINT"));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  if (!interrupt.signal.aborted) process.exitCode = code ?? 1;
}
