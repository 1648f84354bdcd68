import { spawn, spawnSync } from "node:child_process";
import { chownSync, closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { totalmem } from "node:os";
import { isAbsolute, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { SetupError } from "@/lib/kit/setup-error";
import type { Account } from "./account";
import { chooseAddress, listenSettings } from "./address";
import type { Binaries } from "./binaries";
import { clusterFolder, dataDirectoryArgument } from "./cluster";
import { withDiskErrors } from "./disk-errors";
import { findPostmaster, isServerOf, type Postmaster } from "./postmaster-file";

const pollMilliseconds = 10;
const startMilliseconds = 60_000;
const stopMilliseconds = 30_000;
const logLimitBytes = 1_048_576;

const megabyte = 1_048_576;
// Zero where nothing limits the process.
const memoryBytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

const ownSettings = {
  // Errors reach the app, which knows what to do with them; the log keeps what happens to the server.
  log_min_messages: "log",
  log_checkpoints: "off",
  jit: "off",
  random_page_cost: "1.1",
  effective_io_concurrency: "100",
  // A checkpoint has each page written whole again at its next change: a large import should meet one at most.
  max_wal_size: "2GB",
  // What rows and indexes in use may take; a small database takes as little as it is.
  shared_buffers: `${Math.max(128, Math.min(1024, Math.floor(memoryBytes / megabyte / 8)))}MB`,
};

/**
 * The server on the data of `dataFolder`, ready to take connections: the one that runs already (it
 * outlives a killed parent), else a new one with `settings`.
 *
 * @throws {SetupError} when it does not start, with the reason from its log.
 */
export async function runningServer(
  dataFolder: string,
  binaries: Binaries,
  account: Account | null,
  settings: Record<string, string>,
): Promise<Postmaster> {
  const cluster = clusterFolder(dataFolder);
  const deadline = Date.now() + startMilliseconds;
  let launched: Launched | null = null;
  while (Date.now() < deadline) {
    const found = await findPostmaster(cluster);
    if (found && isReady(found)) return found;
    if (launched?.ended && !found && !launched.lostRace()) throw new SetupError(launched.explain());
    if (!found && (!launched || launched.ended)) {
      launched = launch(dataFolder, binaries, account, {
        ...settings,
        ...listenSettings(dataFolder, await chooseAddress(dataFolder, account)),
      });
    }
    await wait(pollMilliseconds);
  }
  throw new SetupError(`PostgreSQL did not become ready within a minute. Its log is ${logFile(dataFolder)}.`);
}

/** Stops a server: what its clients are doing is rolled back, what was committed is on disk. Answers when it is gone. */
export async function stopServer(dataFolder: string, binaries: Binaries, server: Postmaster): Promise<void> {
  const cluster = clusterFolder(dataFolder);
  if (process.platform === "win32") spawnSync(binaries.pgCtl, ["stop", "-D", cluster, "-m", "fast", "-w"]);
  else await signalUntilGone(cluster, server.pid);
  // A socket folder made in the temporary folder goes with its server.
  if (isAbsolute(server.socketFolder)) rmSync(server.socketFolder, { recursive: true, force: true });
}

async function signalUntilGone(cluster: string, pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!isServerOf(cluster, pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + stopMilliseconds;
    while (Date.now() < deadline && isServerOf(cluster, pid)) await wait(pollMilliseconds);
  }
}

const isReady = ({ status }: Postmaster) => status === "ready" || status === "standby";

const logFile = (dataFolder: string) => join(dataFolder, "postgres", "server.log");

type Launched = { ended: boolean; lostRace(): boolean; explain(): string };

/** Starts the server on its own: it must neither get our Ctrl-C nor need us to read what it says. */
function launch(
  dataFolder: string,
  binaries: Binaries,
  account: Account | null,
  settings: Record<string, string>,
): Launched {
  const cluster = clusterFolder(dataFolder);
  const { descriptor, offset } = withDiskErrors(dataFolder, () => openLog(dataFolder, account));
  const options = Object.entries({ ...ownSettings, ...settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const child = spawn(binaries.postgres, ["-D", dataDirectoryArgument(cluster, account), ...options], {
    ...account,
    cwd: cluster,
    detached: true,
    stdio: ["ignore", descriptor, descriptor],
    windowsHide: true,
  });
  closeSync(descriptor);
  child.unref();
  let failure: string | null = null;
  const said = () => readFileSync(logFile(dataFolder), "utf8").slice(offset);
  const launched: Launched = {
    ended: false,
    lostRace: () => /lock file ".*" already exists|pre-existing shared memory block/.test(said()),
    explain: () => explain(dataFolder, failure ?? said()),
  };
  child.once("error", (error) => {
    failure = error.message;
    launched.ended = true;
  });
  child.once("exit", () => (launched.ended = true));
  return launched;
}

function openLog(dataFolder: string, account: Account | null): { descriptor: number; offset: number } {
  const file = logFile(dataFolder);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes) renameSync(file, `${file}.old`);
  const descriptor = openSync(file, "a", 0o600);
  if (account) chownSync(file, account.uid, account.gid);
  return { descriptor, offset: statSync(file).size };
}

function explain(dataFolder: string, log: string): string {
  if (/no space left on device/i.test(log))
    return `The disk of ${dataFolder} is full. Free some space and start again.`;
  if (/read-only file system/i.test(log))
    return `${dataFolder} is on a read-only disk. Make it writable, or set DATA_DIR to a folder that is.`;
  if (/permission denied|has wrong ownership|has invalid permissions/i.test(log)) {
    return `PostgreSQL may not write its data in ${clusterFolder(dataFolder)}. Start Leadwright as the user that started it first, or give the folder to this user.`;
  }
  const reason = /FATAL:\s+(.*)/.exec(log)?.[1] ?? log.trim().split("\n").at(-1) ?? "";
  return `PostgreSQL did not start: ${reason}. Its log is ${logFile(dataFolder)}.`;
}
