import { readFileSync } from "node:fs";
import { z } from "zod";

/** How many tests ended how. A flaky one passed, but only when it was tried again. */
export type Tally = { passed: number; failed: number; flaky: number; skipped: number };

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/**
 * What Vitest's JSON report says. A file that could not even be loaded counts as one failure, and so
 * does a run that failed for a reason no test tells.
 */
export function vitestTally(file: string, exitCode: number): Tally {
  const report = readReport(file, VitestReport);
  const unloaded = report?.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((each) => each.status === "failed"),
  );
  const failed = (report?.numFailedTests ?? 0) + (unloaded?.length ?? 0);
  const { numPassedTests: passed = 0, numPendingTests: skipped = 0 } = report ?? {};
  return withExitCode({ passed, failed, flaky: 0, skipped }, exitCode);
}

/** What Playwright's JSON report says. */
export function playwrightTally(file: string, exitCode: number): Tally {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(file, PlaywrightReport)?.stats ?? {};
  return withExitCode({ passed: expected, failed: unexpected, flaky, skipped }, exitCode);
}

const withExitCode = (tally: Tally, exitCode: number): Tally =>
  exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;

function readReport<Report>(file: string, schema: z.ZodType<Report>): Report | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}
