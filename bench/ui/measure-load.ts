import type { BrowserContext } from "@playwright/test";
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
  let bytes = 0;
  // What scripts fetch for later is no part of the first screen.
  session.on("Network.requestWillBeSent", ({ type, requestId, initiator }) => {
    if (type === "Script" && initiator.type !== "script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await observe(page);
  await page.goto(path, { waitUntil: "load" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  const { paint, shift } = await takeObserved(page);
  await context.close();
  return [
    { screen, name: "script of the first visit, compressed", value: bytes / 1000, unit: "kB", most: budgets.script },
    { screen, name: "largest contentful paint, throttled", value: paint, unit: "ms", most: budgets.paint },
    { screen, name: "layout shift", value: shift, unit: "", most: budgets.shift },
  ];
}
