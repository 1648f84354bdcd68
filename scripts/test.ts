import { openRunFolder } from "@/db/testing/run-folder";
import { browserCache, findBrowser } from "./testing/browser";
import { playwrightTally, vitestTally, type Tally } from "./testing/tally";
import { runTool, stopTools } from "./testing/tools";

const usage = `npm test [-- [--unit | --e2e] [what to run...]]

  --unit   unit and API tests alone
  --e2e    browser tests alone, against a production build
  what     parts of file names; other options go to the test runner as they are`;

process.exitCode = await main(process.argv.slice(2));

/** Runs what `flags` ask for and answers the exit code. */
async function main(flags: string[]): Promise<number> {
  if (flags.includes("--help")) {
    console.log(usage);
    return 0;
  }
  const filters = flags.filter((flag) => flag !== "--unit" && flag !== "--e2e");
  const chosen = flags.filter((flag) => flag === "--unit" || flag === "--e2e");
  const folder = openRunFolder();
  let stopped = false;
  const stop = () => {
    stopped = true;
    stopTools();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  try {
    // Known before the long part starts: a browser that is missing is no surprise after two minutes.
    const browser =
      chosen.includes("--unit") && !chosen.includes("--e2e") ? null : await findBrowser(browserCache(process.cwd()));
    const environment = { TMPDIR: folder.path, LEADWRIGHT_RUN_FOLDER: folder.path };
    const tallies: Tally[] = [];
    if (chosen.length === 0 || chosen.includes("--unit")) {
      console.log("Unit and API tests");
      const report = `${folder.path}/vitest.json`;
      const outputs = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const code = await runTool(
        "vitest/vitest.mjs",
        ["run", "--passWithNoTests", ...outputs, ...filters],
        environment,
      );
      tallies.push(vitestTally(report, code));
    }
    if (browser && !stopped) {
      console.log("\nBrowser tests");
      const report = `${folder.path}/playwright.json`;
      const code = await runTool(
        "@playwright/test/cli.js",
        ["test", "--reporter=list,json", "--pass-with-no-tests", ...filters],
        {
          ...environment,
          ...browser.env,
          CHROME: browser.path,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
      );
      tallies.push(playwrightTally(report, code));
    }
    return summarise(tallies, stopped);
  } finally {
    folder.remove();
  }
}

function summarise(tallies: Tally[], stopped: boolean): number {
  const sum = (part: keyof Tally) => tallies.reduce((total, tally) => total + tally[part], 0);
  // A run that somebody stopped has proved nothing.
  const failed = sum("failed") + (stopped ? 1 : 0);
  console.log(stopped ? "\nStopped before the end." : "");
  if (sum("skipped") > 0) console.log(`${sum("skipped")} skipped`);
  if (sum("flaky") > 0) console.log(`${sum("flaky")} passed only when tried again: see above which, and mend them`);
  console.log(`${sum("passed")} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
