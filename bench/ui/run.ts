// `npm run bench:ui`: what people wait for in the browser, on the demo data and on lists of 10,000 leads.
import { chromium } from "@playwright/test";
import { SetupError } from "@/lib/kit/setup-error";
import { browserArguments, browserCache, definedEnvironment, findBrowser } from "@/scripts/testing/browser";
import { measureBoard } from "./measure-board";
import { measureLoad } from "./measure-load";
import { measureTable } from "./measure-table";
import { describeFigures, type Figure } from "./report";
import { startDemo } from "./server";

const filter = encodeURIComponent('{"all":[{"field":"status","operator":"is","value":"open"}]}');

try {
  const figures = await benchScreens();
  console.log(`\n${describeFigures(figures)}`);
  if (figures.some(({ value, most }) => value > most)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function benchScreens(): Promise<Figure[]> {
  const { path, env } = await findBrowser(browserCache(process.cwd()));
  const server = await startDemo(process.argv[2]);
  const browser = await chromium.launch({
    executablePath: path,
    args: [...browserArguments],
    env: { ...definedEnvironment(), ...env },
  });
  try {
    const visit = () =>
      browser.newContext({ baseURL: server.url, storageState: server.session, viewport: { width: 1440, height: 900 } });
    return [
      ...(await measureLoad(visit, "Overview", "/")),
      ...(await measureLoad(visit, "Leads", "/leads?view=all")),
      ...(await measureLoad(visit, "Leads, filtered", `/leads?view=all&filter=${filter}`)),
      ...(await measureLoad(visit, "Board", "/pipeline")),
      ...(await measureTable(visit)),
      ...(await measureBoard(visit)),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}
