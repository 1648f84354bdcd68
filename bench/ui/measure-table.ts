import type { BrowserContext, Locator, Route } from "@playwright/test";
import type { LeadsAnswer, ListedLeadAnswer } from "@/lib/dialects/native/lead-query";
import { observe, takeObserved } from "./observe";
import { budgets, type Figure } from "./report";

const rows = 10_000;
const pageSize = 100;
/** How often it is scrolled to the end before it is thought to be stuck: some turns are before the next page came. */
const mostTurns = 20_000;
const screen = `Table of ${rows.toLocaleString("en")}`;

/** Fills the table with many leads, then goes through it by wheel and by keyboard. */
export async function measureTable(visit: () => Promise<BrowserContext>): Promise<Figure[]> {
  const context = await visit();
  const page = await context.newPage();
  await observe(page);
  // The demo has a few hundred: what follows its first page is made up here, so that only the browser is measured.
  await page.route("**/api/app/leads?*", makeUp);
  await page.goto("/leads?view=all");
  const grid = page.getByRole("grid", { name: "Leads" });
  await grid.getByRole("row").nth(1).waitFor();
  await page.keyboard.press("j");
  await loadAll(grid);
  await takeObserved(page);

  const box = await grid.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 300);
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn % 20 === 19 ? -60_000 : 1500);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const scrolled = await takeObserved(page);

  await page.keyboard.press("Control+Home");
  for (const key of ["j", "ArrowRight", "x", "Shift+ArrowDown", "k", "PageDown", "End", "Home"]) {
    for (let press = 0; press < 8; press += 1) await page.keyboard.press(key);
  }
  await page.keyboard.press("Control+a");
  const keyed = await takeObserved(page);
  await context.close();
  return [
    { screen, name: "longest task while scrolling", value: scrolled.longestTask, unit: "ms", most: budgets.task },
    { screen, name: "layout shift while scrolling", value: scrolled.shift, unit: "", most: budgets.shift },
    { screen, name: "slowest key, to the next frame", value: keyed.slowest, unit: "ms", most: budgets.interaction },
  ];
}

/** Scrolls to the end of what is loaded until all of it is. */
async function loadAll(grid: Locator): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const reached = await grid.evaluate(async (scroller) => {
      scroller.scrollTop = scroller.scrollHeight;
      await new Promise(requestAnimationFrame);
      const [last] = [...scroller.querySelectorAll("[aria-rowindex]")].slice(-1);
      return Number(last?.getAttribute("aria-rowindex") ?? 0);
    });
    if (reached > rows) return;
  }
  throw new Error("The table did not load what it was given.");
}

async function makeUp(route: Route): Promise<void> {
  const cursor = new URL(route.request().url()).searchParams.get("cursor");
  const place = Number(/^made-(\d+)$/.exec(cursor ?? "")?.[1] ?? 1);
  if (cursor === null) return route.continue();
  const items = Array.from({ length: pageSize }, (_, index) => madeUpLead(place * pageSize + index));
  const isLast = (place + 1) * pageSize >= rows + pageSize;
  const answer: LeadsAnswer = {
    asOf: new Date().toISOString(),
    timeZone: "UTC",
    locationTimeZone: "UTC",
    items,
    nextCursor: isLast ? null : `made-${place + 1}`,
    previousCursor: null,
    total: null,
    sums: null,
  };
  return route.fulfill({ json: answer });
}

function madeUpLead(number: number): ListedLeadAnswer {
  const moment = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
  return {
    id: `made${String(number).padStart(16, "0")}`,
    number,
    version: 1,
    name: `Roof and battery, ${number} Harbour Street`,
    valueMinor: number * 1250,
    currency: "USD",
    status: "open",
    stage: { id: "stage", name: "Prospect", color: "#3b82f6", pipelineId: "pipeline" },
    source: "Website",
    contactId: "contact",
    contactName: `Ada ${number}`,
    companyName: number % 3 === 0 ? `Company ${number}` : null,
    email: `ada${number}@example.com`,
    phone: null,
    owner: number % 4 === 0 ? null : { id: "owner", name: "Sam Lee" },
    archived: false,
    createdAt: moment,
    updatedAt: moment,
    cells: { tags: ["financing", "battery"].slice(0, number % 3), lastContactedOn: null, followers: [] },
  };
}
