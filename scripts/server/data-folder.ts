import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { withDiskErrors } from "@/db/embedded/disk-errors";
import { SetupError } from "@/lib/kit/setup-error";
import { takeLock } from "./process-lock";

const probeBytes = 65_536;
/** As long as open requests are waited for when a server stops. */
const patienceMilliseconds = 12_000;
const tellMilliseconds = 1000;

/**
 * Makes the data folder, sees that it can be written, and takes it for this process alone. One that
 * is just stopping is waited for.
 *
 * @returns what gives it free again.
 * @throws {SetupError} when it can not be written or another process has it.
 */
export async function takeDataFolder(folder: string): Promise<() => void> {
  withDiskErrors(folder, () => probe(folder));
  const began = Date.now();
  let told = false;
  for (;;) {
    const lock = takeLock(join(folder, "leadwright.lock"));
    if (lock.held) {
      // Forms that a killed process was taking in.
      rmSync(join(folder, "incoming"), { recursive: true, force: true });
      return () => lock.release();
    }
    const waited = Date.now() - began;
    if (waited > patienceMilliseconds) {
      throw new SetupError(
        `The data folder ${folder} is in use by another Leadwright (process ${lock.holder}). ` +
          "Stop that one, or set DATA_DIR to another folder (and PORT to another port) to run a second.",
      );
    }
    if (waited > tellMilliseconds && !told) {
      told = true;
      console.log(`  Waiting for the Leadwright that has the data folder (process ${lock.holder}) to stop`);
    }
    await wait(100);
  }
}

function probe(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `.probe-${process.pid}`);
  try {
    writeFileSync(file, Buffer.alloc(probeBytes), { flush: true });
  } finally {
    rmSync(file, { force: true });
  }
}
