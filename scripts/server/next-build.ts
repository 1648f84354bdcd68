import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { withDiskErrors } from "@/db/embedded/disk-errors";
import { SetupError } from "@/lib/kit/setup-error";
import { compressBuild } from "./build-files";
import { takeLock } from "./process-lock";

/** What a build is made from, besides the packages. */
const sourceFolders = ["app", "components", "languages", "lib", "db", "public"];
const shownLines = 15;

/** Whether the build in `root` was made from the sources as they are. */
export function isBuilt(root: string): boolean {
  return existsSync(join(root, ".next", "BUILD_ID")) && contentOf(stampFile(root)) === fingerprint(root);
}

/**
 * Builds the screens of `root`. A process that builds already is waited for.
 *
 * @param signal stops it.
 * @throws {SetupError} with the end of what the build said, when it fails.
 */
export async function build(root: string, signal: AbortSignal): Promise<void> {
  // Next keeps this folder from build to build.
  const cache = join(root, ".next", "cache");
  const lock = withDiskErrors(root, () => {
    mkdirSync(cache, { recursive: true });
    return takeLock(join(cache, "leadwright-build.lock"));
  });
  if (!lock.held) {
    await wait(250, undefined, { signal });
    return isBuilt(root) ? undefined : build(root, signal);
  }
  try {
    if (isBuilt(root)) return;
    const stamp = fingerprint(root);
    rmSync(stampFile(root), { force: true });
    await runBuild(root, signal);
    await compressBuild(root);
    writeFileSync(stampFile(root), stamp);
  } finally {
    lock.release();
  }
}

const stampFile = (root: string) => join(root, ".next", "leadwright-build");

/** A hash over everything that goes into a build. */
function fingerprint(root: string): string {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const file of sources(root)) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  // Next writes these into what browsers load.
  for (const name of Object.keys(process.env)
    .filter((key) => key.startsWith("NEXT_PUBLIC_"))
    .toSorted()) {
    hash.update(`${name}=${process.env[name] ?? ""}\n`);
  }
  return hash.digest("hex");
}

function sources(root: string): string[] {
  const atRoot = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(?:[cm]?[jt]s|json)$/.test(entry.name),
  );
  const below = sourceFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()),
    )
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return [...atRoot.map((entry) => entry.name), ...below]
    .filter((file) => !/\.test\.tsx?$|^next-env\.d\.ts$|^db\/testing\//.test(file))
    .toSorted();
}

async function runBuild(root: string, signal: AbortSignal): Promise<void> {
  if (!existsSync(join(root, "node_modules", "typescript"))) {
    throw new SetupError(
      "Building needs the development packages as well. Run `npm ci --include=dev` and start again.",
    );
  }
  const program = createRequire(join(root, "package.json")).resolve("next/dist/bin/next");
  const { code, said } = await new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    let text = "";
    const child = spawn(process.execPath, [program, "build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (part: string) => (text = (text + part).slice(-50_000)));
    child.on("error", reject).on("close", (exitCode) => resolve({ code: exitCode, said: text }));
  });
  if (code !== 0) throw new SetupError(explain(root, said));
}

function explain(root: string, said: string): string {
  if (/ENOSPC|no space left/i.test(said))
    return `The disk of ${root} is full: the build needs about 500 MB. Free some space and start again.`;
  if (/EROFS|read-only file system|EACCES|permission denied/i.test(said)) {
    return `This user may not write the build to ${join(root, ".next")}. Give the folder to this user and start again.`;
  }
  const lines = stripVTControlCharacters(said)
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s+at |^\s*[✓▲-]/.test(line))
    .slice(-shownLines)
    .map((line) => `  ${line}`);
  return ["The build failed:", ...lines, "Mend what it names and start again. `npx next build` shows all of it."].join(
    "\n",
  );
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
