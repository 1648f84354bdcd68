import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { errorCode } from "@/lib/kit/setup-error";

/** What a running server says of itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; socketFolder: string; status: string };

const file = (cluster: string) => join(cluster, "postmaster.pid");

/** What the server on the data of `cluster` has written of itself, alive or not; null when there is nothing. */
export function readPostmaster(cluster: string): Postmaster | null {
  const [pid, , , port, socketFolder, , , status] = read(file(cluster)).split("\n");
  return pid
    ? { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? "", status: status?.trim() ?? "" }
    : null;
}

/**
 * The living server on the data of `cluster`, or null. A file that a killed server left behind is
 * removed: its process id may be somebody else's by now, and PostgreSQL would refuse to start.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const found = readPostmaster(cluster);
  if (!found || isServerOf(cluster, found.pid)) return found;
  // In another container that shares the folder it may live under a number we do not see.
  const folder = found.socketFolder === "." ? cluster : found.socketFolder;
  if (folder && (await answers(join(folder, `.s.PGSQL.${found.port}`)))) return found;
  rmSync(file(cluster), { force: true });
  return null;
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
  });
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
