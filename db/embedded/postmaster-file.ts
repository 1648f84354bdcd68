import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "@/lib/kit/setup-error";

/** What a running server says of itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; socketFolder: string; status: string };

const file = (cluster: string) => join(cluster, "postmaster.pid");

/**
 * The server that works on the data of `cluster`, or null when none does. A file that a killed
 * server left behind is removed: its process id may be somebody else's by now, and PostgreSQL
 * would refuse to start.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  const [pid, , , port, socketFolder, , , status] = read(file(cluster)).split("\n");
  if (!pid) return null;
  if (!isServerOf(cluster, Number(pid))) {
    rmSync(file(cluster), { force: true });
    return null;
  }
  return { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? "", status: status?.trim() ?? "" };
}

/** Whether the process `pid` is a living PostgreSQL server on `cluster`; where /proc is missing, whether it lives. */
export function isServerOf(cluster: string, pid: number): boolean {
  if (process.platform !== "linux") return lives(pid);
  const folder = `/proc/${pid}`;
  const status = read(`${folder}/stat`);
  // A zombie still has its number, but no longer the data.
  if (!status || status.slice(status.lastIndexOf(")") + 2).startsWith("Z")) return false;
  try {
    return readlinkSync(`${folder}/cwd`) === realpathSync(cluster);
  } catch (error) {
    // Not ours to look into: better to take it for the server than to start a second one.
    return errorCode(error) === "EACCES" && read(`${folder}/comm`).trim() === "postgres";
  }
}

/** Whether a process of this number exists. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
