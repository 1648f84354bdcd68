import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { SetupError } from "@/lib/kit/setup-error";
import type { Account } from "./account";
import type { Binaries } from "./binaries";
import { withDiskErrors } from "./disk-errors";
import { lives } from "./postmaster-file";

const majorVersion = "18";

/** The folder of the embedded server's data inside the data folder. */
export const clusterFolder = (dataFolder: string): string => join(dataFolder, "postgres", "cluster");

/** The password of the superuser `postgres`, which connections over TCP need. */
export const clusterPassword = (dataFolder: string): string =>
  readFileSync(join(dataFolder, "postgres", "password"), "utf8").trim();

/** How PostgreSQL is told its data folder: under another account through a link that needs no rights on the folders above. */
export const dataDirectoryArgument = (folder: string, account: Account | null): string =>
  account && process.platform === "linux" ? "/proc/self/cwd" : folder;

/**
 * Makes the data files of a new server under `dataFolder` when there are none. They are made beside
 * their place and moved there when whole: an interrupted first start leaves nothing half done.
 *
 * @throws {SetupError} when the folder can not be written, is full, or holds another version's data.
 */
export function ensureCluster(dataFolder: string, binaries: Binaries, account: Account | null, durable: boolean): void {
  const cluster = clusterFolder(dataFolder);
  if (existsSync(cluster)) return checkVersion(cluster);
  withDiskErrors(dataFolder, () => {
    const parent = dirname(cluster);
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    if (account) chownSync(parent, account.uid, account.gid);
    removeLeftovers(parent);
    writePassword(parent, account);
    const making = join(parent, `${basename(cluster)}.making-${process.pid}`);
    mkdirSync(making, { mode: 0o700 });
    if (account) chownSync(making, account.uid, account.gid);
    try {
      initialise(making, binaries, account, durable);
      moveInPlace(making, cluster);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  });
}

function checkVersion(cluster: string): void {
  const found = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (found === majorVersion) return;
  throw new SetupError(
    `The data in ${cluster} was written by PostgreSQL ${found}; this version of Leadwright brings PostgreSQL ${majorVersion}. ` +
      "Make a backup with the version of Leadwright that wrote it (npm run backup), move the folder away, and restore the backup here.",
  );
}

function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const maker = /\.making-(\d+)$/.exec(name)?.[1];
    if (maker && !lives(Number(maker))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function writePassword(parent: string, account: Account | null): void {
  const file = join(parent, "password");
  if (existsSync(file)) return;
  writeFileSync(file, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  if (account) chownSync(file, account.uid, account.gid);
}

function initialise(folder: string, binaries: Binaries, account: Account | null, durable: boolean): void {
  const options = [
    ["-D", dataDirectoryArgument(folder, account)],
    ["-U", "postgres"],
    // Through the socket, which only its owner can reach, anybody may; over TCP the password is needed.
    ["--auth-local=trust", "--auth-host=scram-sha-256", "--pwfile=../password"],
    ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    durable ? [] : ["--no-sync"],
  ].flat();
  const result = spawnSync(binaries.initdb, options, { ...account, cwd: folder, encoding: "utf8" });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new SetupError(explainFailure(folder, `${result.stdout}\n${result.stderr}`));
}

function explainFailure(folder: string, output: string): string {
  if (/no space left on device/i.test(output)) return `The disk of ${folder} is full. Free some space and start again.`;
  if (/could not look up effective user ID|user does not exist/i.test(output)) {
    return `The account ${String(process.getuid?.())} has no name on this system, which PostgreSQL needs. Run Leadwright as a named user or as root, or set DATABASE_URL.`;
  }
  const reason = /^.*(?:FATAL|error):.*$/im.exec(output)?.[0] ?? output.trim().split("\n").at(-1) ?? "";
  return `PostgreSQL could not set up its data in ${folder}: ${reason}`;
}

function moveInPlace(making: string, cluster: string): void {
  try {
    renameSync(making, cluster);
  } catch (error) {
    // Another process was quicker: its files are as good.
    if (!existsSync(cluster)) throw error;
  }
}
