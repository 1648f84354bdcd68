import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { takeLock } from "./process-lock";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-lock-"));
  file = join(folder, "lock");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("is held by one at a time, until released", () => {
  const lock = takeLock(file);
  expect(takeLock(file)).toEqual({ held: false, holder: process.pid });
  if (lock.held) lock.release();
  expect(takeLock(file).held).toBe(true);
  expect(readdirSync(folder)).toEqual(["lock"]);
});

it("ends with the process that held it", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  writeFileSync(file, `${child.pid ?? 0} 12345`);
  expect(takeLock(file).held).toBe(true);
});

it("is not held by another process that has the number of its holder", () => {
  writeFileSync(file, `${process.ppid} 1`);
  expect(takeLock(file).held).toBe(true);
});

it("takes the place of a file that was never written whole", () => {
  writeFileSync(file, "");
  expect(takeLock(file).held).toBe(true);
  expect(existsSync(file)).toBe(true);
});
