import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { lives } from "@/db/embedded/postmaster-file";
import { errorCode } from "@/lib/kit/setup-error";

/** Held by this process until released, or until the process ends in whatever way. */
export type ProcessLock = { held: true; release(): void } | { held: false; holder: number };

/**
 * Takes the lock that `file` stands for. The file names its holder by process number and start time:
 * a number alone may be somebody else's by now, in a container that was started again above all.
 */
export function takeLock(file: string): ProcessLock {
  const mine = `${process.pid} ${startOf(process.pid)}`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (;;) {
      if (links(draft, file)) return { held: true, release: () => release(file, mine) };
      const found = contentOf(file);
      const holder = Number(found.split(" ", 1)[0]);
      if (found && lives(holder) && found === `${holder} ${startOf(holder)}`) return { held: false, holder };
      discard(file, found);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function links(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Takes a dead holder's file away; puts it back when another process was quicker and it is that one's by now. */
function discard(file: string, stale: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  if (contentOf(aside) !== stale) links(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, mine: string): void {
  if (contentOf(file) === mine) rmSync(file, { force: true });
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** When a process started, in whatever form the system says it; "" when it can not be known. */
function startOf(pid: number): string {
  try {
    if (process.platform === "linux") {
      const status = readFileSync(`/proc/${pid}/stat`, "utf8");
      // Field 22, counted after the name in parentheses, which may hold anything.
      return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "";
    }
    if (process.platform === "win32") return "";
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}
