import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isServerOf, lives, readPostmaster } from "@/db/embedded/postmaster-file";

const prefix = "leadwright-test-";
const ownerFile = "owner.pid";
const halfMadeMilliseconds = 60_000;

/** A folder that everything of one test run is in. */
export type RunFolder = { path: string; remove: () => void };

/**
 * Makes the folder of a test run, owned by this process, and removes those of runs whose process is
 * gone, with the database servers they left running: a killed run cleans up nothing itself.
 */
export function openRunFolder(): RunFolder {
  removeLeftovers();
  const path = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(path, ownerFile), String(process.pid));
  // Under root the database server is another user, who has to get through.
  chmodSync(path, 0o711);
  const remove = () => removeNow(path);
  process.once("exit", remove);
  return {
    path,
    remove: () => {
      remove();
      process.removeListener("exit", remove);
    },
  };
}

function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (name.startsWith(prefix) && isLeftOver(folder)) removeNow(folder);
  }
}

function isLeftOver(folder: string): boolean {
  try {
    return !lives(Number(readFileSync(join(folder, ownerFile), "utf8")));
  } catch {
    // A run names its owner as soon as it has a folder.
    return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) > halfMadeMilliseconds;
  }
}

/** Removes a folder and stops the servers on data in it at once: the data is thrown away anyway. */
function removeNow(folder: string): void {
  try {
    for (const cluster of clustersBelow(folder)) {
      const server = readPostmaster(cluster);
      if (server && isServerOf(cluster, server.pid)) process.kill(server.pid, "SIGQUIT");
    }
    // A server may still be writing while it ends.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  } catch {
    // It is somebody else's, or being removed by another run: the next run looks again.
  }
}

function clustersBelow(folder: string, depth = 6): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name === "postmaster.pid")) return [folder];
  if (depth === 0) return [];
  return entries.flatMap((entry) => (entry.isDirectory() ? clustersBelow(join(folder, entry.name), depth - 1) : []));
}
