import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startProcess } from "./testing/start-process";

let parent: string;
let folder: string;

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "leadwright-usage-"));
  folder = join(parent, "data");
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

async function run(script: string, ...args: string[]): Promise<{ exitCode: number | null; output: string }> {
  const started =
    script === "start"
      ? startProcess({ DATA_DIR: folder }, { args })
      : startProcess({ DATA_DIR: folder }, { script: "scripts/run.mjs", args: [`scripts/${script}.ts`, ...args] });
  return { exitCode: await started.ended, output: started.output() };
}

const scripts = [
  ["start", "npm start"],
  ["dev", "npm run dev"],
  ["worker", "npm run worker"],
  ["migrate", "npm run db:migrate"],
  ["seed", "npm run db:seed"],
  ["demo-keys", "npm run -s demo:keys"],
  ["backup", "npm run backup -- FILE"],
  ["restore", "npm run restore -- FILE"],
  ["export", "npm run export -- --location"],
  ["import-location", "npm run import:location -- --location"],
] as const;

describe("a command that is called in a way it does not know", () => {
  it.each([...scripts, ["admin", "npm run admin -- COMMAND"] as const])(
    "%s prints its usage, ends with 2 and does nothing",
    async (script, usage) => {
      const args = script === "admin" ? ["create-user", "--nonsense"] : ["--nonsense"];
      const { exitCode, output } = await run(script, ...args);
      expect(output).toContain("Unknown option '--nonsense'");
      expect(output).toContain(`Usage: ${usage}`);
      expect(output).not.toMatch(/^\s+at /m);
      expect(exitCode).toBe(2);
      expect(existsSync(folder)).toBe(false);
    },
  );

  it.each(["backup", "restore", "export", "import-location", "admin"])("%s says what it lacks", async (script) => {
    const { exitCode, output } = await run(script);
    expect([exitCode, output]).toEqual([2, expect.stringContaining("Usage: ")]);
  });
});

it("explains itself when asked", async () => {
  const { exitCode, output } = await run("start", "--help");
  expect([exitCode, output]).toEqual([0, expect.stringContaining("Usage: npm start")]);
  expect(existsSync(folder)).toBe(false);
});
