import type { BrowserContext, Page, Route } from "@playwright/test";
import type { BoardAnswer, BoardCardAnswer, BoardCardsAnswer } from "@/lib/dialects/native/board";
import { observe, takeObserved } from "./observe";
import { budgets, type Figure } from "./report";

const deals = 10_000;
const stages = ["Contact", "Prospect", "Potential", "Tentative", "Customer"];
const dealsInStage = deals / stages.length;
const screen = `Board of ${deals.toLocaleString("en")}`;
/** How often the end of a column is gone to before it is thought to be stuck. */
const mostTurns = 5000;

/** Fills the board with many deals, then scrolls a column, drags a card over others, and goes about by keyboard. */
export async function measureBoard(visit: () => Promise<BrowserContext>): Promise<Figure[]> {
  const context = await visit();
  const page = await context.newPage();
  await observe(page);
  // The demo has a hundred: what is searched for is made up here, so that only the browser is measured.
  await page.route(/\/api\/app\/board\?/, (route) => route.fulfill({ json: madeUpBoard() }));
  await page.route(/\/api\/app\/board\/cards\?/, makeUpCards);
  await page.route(/\/api\/app\/board\/moves/, (route) => route.fulfill({ json: { cards: [] } }));
  await page.goto("/pipeline");
  await page.locator("[data-card][draggable=true]").first().waitFor();
  await page.getByRole("searchbox", { name: "Search the board" }).fill("made up");
  await page.getByRole("link", { name: nameOf(0, 0), exact: true }).waitFor();
  await takeObserved(page);

  await loadColumn(page, 0);
  const loaded = await takeObserved(page);
  await overColumn(page, 0);
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn % 20 === 19 ? -60_000 : 1500);
    await nextFrame(page);
  }
  const scrolled = await takeObserved(page);
  const dragged = await drag(page);

  await page.keyboard.press("Escape");
  for (const key of ["j", "ArrowRight", "ArrowLeft", "x", "Shift+ArrowDown", "k"])
    for (let press = 0; press < 8; press += 1) await page.keyboard.press(key);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Space");
  for (const key of ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"])
    for (let press = 0; press < 4; press += 1) await page.keyboard.press(key);
  await page.keyboard.press("Escape");
  const keyed = await takeObserved(page);
  await context.close();
  return [
    { screen, name: "longest task while a column loads", value: loaded.longestTask, unit: "ms", most: budgets.task },
    { screen, name: "longest task while scrolling", value: scrolled.longestTask, unit: "ms", most: budgets.task },
    { screen, name: "layout shift while scrolling", value: scrolled.shift, unit: "", most: budgets.shift },
    { screen, name: "longest task while dragging", value: dragged.longestTask, unit: "ms", most: budgets.task },
    { screen, name: "slowest key, to the next frame", value: keyed.slowest, unit: "ms", most: budgets.interaction },
  ];
}

/** Takes a card with the mouse, holds it over all columns in turn, and drops it where it came to. */
async function drag(page: Page): Promise<{ longestTask: number }> {
  await overColumn(page, 0);
  await page.mouse.down();
  for (let turn = 0; turn < 40; turn += 1) {
    const place = turn % 3;
    const box = await columnOf(page, place).boundingBox();
    if (!box) throw new Error("A column is not in sight.");
    await page.mouse.move(box.x + box.width / 2, box.y + 150 + ((turn * 67) % 400), { steps: 6 });
  }
  await page.mouse.up();
  await nextFrame(page);
  return takeObserved(page);
}

const columnOf = (page: Page, place: number) => page.getByRole("region", { name: stages[place] ?? "", exact: true });

async function overColumn(page: Page, place: number): Promise<void> {
  const box = await columnOf(page, place).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 200);
}

const nextFrame = (page: Page) => page.evaluate(() => new Promise(requestAnimationFrame));

/** Scrolls to the end of what is loaded of a column until all of it is. */
async function loadColumn(page: Page, place: number): Promise<void> {
  const list = columnOf(page, place).getByRole("list");
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const reached = await list.evaluate((element) => {
      element.parentElement?.scrollTo({ top: element.scrollHeight });
      return Math.max(...[...element.children].map((child) => Number(child.getAttribute("aria-posinset"))));
    });
    if (reached >= dealsInStage) return;
    await nextFrame(page);
  }
  throw new Error("The column did not load what it was given.");
}

const nameOf = (stage: number, place: number): string => `Roof and battery, ${stage}-${place} Harbour Street`;
const stageIdOf = (stage: number): string => `made${String(stage).padStart(16, "0")}`;

function madeUpBoard(): BoardAnswer {
  return {
    asOf: new Date().toISOString(),
    timeZone: "UTC",
    currency: "USD",
    pipeline: { id: "pipeline", name: "Leads" },
    pipelines: [{ id: "pipeline", name: "Leads" }],
    columns: stages.map((name, place) => ({
      id: stageIdOf(place),
      key: name,
      name,
      color: "#3b82f6",
      probability: 20 * place,
      stalledAfterDays: 30,
      count: dealsInStage,
      sums: [{ currency: "USD", minor: 125_000_000, weightedMinor: 25_000_000 }],
    })),
    asksLostReason: true,
    lostReasons: [],
  };
}

async function makeUpCards(route: Route): Promise<void> {
  const asked = new URL(route.request().url()).searchParams;
  const stage = stages.findIndex((_, place) => stageIdOf(place) === asked.get("stage"));
  const limit = Number(asked.get("limit"));
  const from = Number(asked.get("after") ?? 0);
  const to = Math.min(dealsInStage, from + limit);
  const answer: BoardCardsAnswer = {
    cards: Array.from({ length: to - from }, (_, index) => madeUpCard(stage, from + index)),
    next: to < dealsInStage ? String(to) : null,
  };
  return route.fulfill({ json: answer });
}

function madeUpCard(stage: number, place: number): BoardCardAnswer {
  const number = stage * dealsInStage + place;
  const moment = new Date(Date.now() - (number % 50) * 86_400_000).toISOString();
  return {
    id: `made${String(number).padStart(16, "0")}`,
    number,
    name: nameOf(stage, place),
    version: 1,
    stageId: stageIdOf(stage),
    position: `a${String(place).padStart(6, "0")}z`,
    stageChangedAt: moment,
    status: "open",
    isArchived: false,
    valueMinor: number % 5 === 0 ? null : number * 1250,
    currency: "USD",
    contactName: `Ada ${number}`,
    companyName: number % 3 === 0 ? `Company ${number}` : null,
    tags: ["financing", "battery", "referral"].slice(0, number % 4),
    owner: number % 4 === 0 ? null : { id: "owner", name: "Sam Lee" },
    next: number % 2 === 0 ? { kind: "task", title: "Send the shading report", at: moment } : null,
  };
}
