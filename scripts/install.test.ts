import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lives } from "@/db/embedded/postmaster-file";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-install-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const patience = { timeout: 30_000 };

it.skipIf(process.platform === "win32").each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("an installation that gets %s stops npm as well", async (signal, exitCode) => {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  // Stands in for npm, which does not end at once either.
  const pidFile = join(folder, "pid");
  const npm = `#!/bin/sh\ntrap '' INT TERM\necho $$ > "${pidFile}.new"\nmv "${pidFile}.new" "${pidFile}"\nwhile :; do sleep 0.1; done\n`;
  writeFileSync(join(bin, "npm"), npm);
  chmodSync(join(bin, "npm"), 0o755);
  const installer = pathToFileURL(resolve("scripts/install.mjs")).href;
  const program = `import { installDependencies } from ${JSON.stringify(installer)}; await installDependencies(${JSON.stringify(folder)});`;
  const { npm_execpath: _, npm_lifecycle_event: __, ...outside } = process.env;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    env: { ...outside, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  await expect.poll(() => existsSync(pidFile), patience).toBe(true);
  child.kill(signal);
  expect(await ended).toEqual([exitCode, null]);
  const pid = Number(readFileSync(pidFile, "utf8"));
  await expect.poll(() => lives(pid), patience).toBe(false);
});
