import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { playwrightTally, vitestTally } from "./tally";

const folder = mkdtempSync(join(tmpdir(), "tally-"));
const file = join(folder, "report.json");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("Vitest's tests are counted, and files that did not load", () => {
  const results = [
    { status: "passed", assertionResults: [{ status: "passed" }] },
    { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
    { status: "failed", assertionResults: [] },
  ];
  writeFileSync(
    file,
    JSON.stringify({ numPassedTests: 2, numFailedTests: 1, numPendingTests: 3, testResults: results }),
  );
  expect(vitestTally(file, 1)).toEqual({ passed: 2, failed: 2, flaky: 0, skipped: 3 });
});

test("Playwright's tests are counted, and flaky ones apart", () => {
  writeFileSync(file, JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 1 } }));
  expect(playwrightTally(file, 1)).toEqual({ passed: 5, failed: 1, flaky: 2, skipped: 1 });
});

test("a runner that fails without saying so, or without a report, is a failure", () => {
  writeFileSync(file, JSON.stringify({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } }));
  expect(playwrightTally(file, 1)).toEqual({ passed: 5, failed: 1, flaky: 0, skipped: 0 });
  expect(vitestTally(join(folder, "missing.json"), 1)).toEqual({ passed: 0, failed: 1, flaky: 0, skipped: 0 });
  expect(vitestTally(join(folder, "missing.json"), 0)).toEqual({ passed: 0, failed: 0, flaky: 0, skipped: 0 });
});
