import type { BrowserContext, Page } from "@playwright/test";
import { observe, takeObserved } from "./observe";
import { budgets, type Figure } from "./report";

/** A middling phone on a middling line: four times slower, 10 Mbit/s, 40 ms there and back. */
const slowdown = 4;
const line = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 625_000 };

/** Opens a screen as on a first visit, and says what it cost. */
export async function measureLoad(
  visit: () => Promise<BrowserContext>,
  screen: string,
  path: string,
): Promise<Figure[]> {
  const context = await visit();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const scripts = new Set<string>();
  // The scripts that the page names. What they fetch for later is no part of the first screen.
  session.on("Network.requestWillBeSent", ({ type, request, initiator }) => {
    if (type === "Script" && initiator.type !== "script") scripts.add(request.url);
  });
  await observe(page);
  await page.goto(path, { waitUntil: "load" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  const bytes = await bodiesOf(page, scripts);
  const { paint, shift } = await takeObserved(page);
  await context.close();
  return [
    { screen, name: "scripts the page names, as transferred", value: bytes / 1000, unit: "kB", most: budgets.script },
    { screen, name: "largest contentful paint, throttled", value: paint, unit: "ms", most: budgets.paint },
    { screen, name: "layout shift", value: shift, unit: "", most: budgets.shift },
  ];
}

/** The bytes of the bodies of these files as they came over the line, without the headers of the answers. */
const bodiesOf = (page: Page, urls: ReadonlySet<string>): Promise<number> =>
  page.evaluate(
    (named) =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => named.includes(name))
        // Entries of this type are of this class.
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    [...urls],
  );
