import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures/test";

/** Opens the overview, then what one of its numbers counts, and compares the two. */
async function expectSameCount(page: Page, openNumber: () => Promise<number>): Promise<void> {
  await page.goto("/?range=365");
  const leads = await openNumber();
  expect(leads).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { name: "Leads", level: 1 })).toBeVisible();
  await expect(page.getByRole("status").first()).toHaveText(leads === 1 ? "1 lead" : `${leads} leads`);
}

test("the overview counts leads, and every number opens the leads it counts", async ({ page }) => {
  await expectSameCount(page, async () => {
    const stages = page.getByRole("region", { name: "Leads by status" });
    const row = stages
      .getByRole("row")
      .filter({ has: page.getByRole("link") })
      .first();
    const leads = Number((await row.getByRole("cell").nth(0).textContent())?.replace(/\D/g, ""));
    await row.getByRole("link").click();
    return leads;
  });
});

/** The first of the figures: how many leads were made in the range. */
const newLeads = async (page: Page): Promise<number> =>
  Number((await page.getByRole("definition").first().getByRole("link").textContent())?.replaceAll(",", ""));

/** Scrolls to a tile, in whose place another element may come just then. */
const bringUp = (tile: Locator) => expect(() => tile.scrollIntoViewIfNeeded({ timeout: 5000 })).toPass();

test("the range and the appointments are in the URL and survive a reload", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("group", { name: "Time range" }).getByRole("button", { name: "7 days" }).click();
  await expect(page).toHaveURL(/range=7/);
  await page.getByRole("button", { name: /This month/ }).click();
  await expect(page).toHaveURL(/appointments=month/);
  await page.reload();
  await expect(page.getByRole("button", { name: "7 days" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("button", { name: /This month/ })).toHaveAttribute("aria-pressed", "true");
});

test("the chart has its numbers as a table", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Table" }).click();
  await expect(page.getByRole("region", { name: "New leads over time" }).getByRole("row").nth(1)).toBeVisible();
});

test("the figures are narrowed by owner and source, in the URL, and still open the leads they count", async ({
  page,
  location,
}) => {
  await expectSameCount(page, async () => {
    const everybody = await newLeads(page);
    await page.getByRole("button", { name: "Owner: All owners" }).click();
    // Every tile is narrowed, that of the appointments as well.
    const appointments = page.waitForRequest(/overview\/appointments\?.*owner=/);
    await page.getByRole("option", { name: location.user("rep").name }).click();
    await appointments;
    await expect(page).toHaveURL(/owner=/);
    await expect.poll(() => newLeads(page)).toBeLessThan(everybody);
    await page.reload();
    const narrowed = await newLeads(page);
    expect(narrowed).toBeLessThan(everybody);
    await page.getByRole("definition").first().getByRole("link").click();
    return narrowed;
  });
});

for (const [tile, row] of [
  ["Funnel", "Contact"],
  ["Forecast", /Open the list/],
  ["Leaderboard", null],
] as const) {
  test(`a number of the ${tile.toLowerCase()} opens the leads it counts`, async ({ page }) => {
    await expectSameCount(page, async () => {
      const region = page.getByRole("region", { name: tile });
      await bringUp(region);
      const rows = region.getByRole("row").filter({ has: page.getByRole("link") });
      const shown = (row ? rows.filter({ hasText: row }) : rows).first();
      const links = shown.getByRole("link");
      // The last number of the leaderboard's row is its new leads; elsewhere the row has one link, and says how many.
      const opened = row ? links.first() : links.last();
      const leads = /[\d,]+(?= leads?\.)|^[\d,]+$/.exec((await opened.textContent()) ?? "")?.[0].replaceAll(",", "");
      await opened.click();
      return Number(leads);
    });
  });
}

/** The links of the overview that say how many leads they open, and the total of the list behind each. */
async function expectEveryNumber(page: Page): Promise<void> {
  for (const tile of ["Funnel", "Leaderboard", "Tasks overdue", "Forecast", "Stalled deals"]) {
    const region = page.getByRole("region", { name: tile });
    await bringUp(region);
    await expect(region.getByRole("link").first()).toBeVisible();
  }
  const links = await page
    .getByRole("main")
    .locator("a[href*='filter=']")
    .evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute("href") ?? "",
        said: link.getAttribute("aria-label") ?? link.textContent ?? "",
      })),
    );
  let compared = 0;
  for (const { href, said } of links) {
    const [, leads] = /^([\d,]+)$|([\d,]+) (?:leads?|open deals?)/.exec(said)?.filter(Boolean) ?? [];
    // An amount or a rate says nothing of how many.
    if (leads === undefined) continue;
    const filter = new URL(href, "http://overview").searchParams.get("filter") ?? "";
    const asked = new URLSearchParams({ filter, limit: "1", total: "exact" });
    const answer = await page.request.get(`/api/app/leads?${asked}`);
    expect((await answer.json()).total.count, `${said} ${filter}`).toBe(Number(leads.replaceAll(",", "")));
    compared += 1;
  }
  expect(compared).toBeGreaterThan(30);
}

for (const role of ["admin", "manager", "rep"] as const) {
  test.describe(`as ${role}`, () => {
    test.use({ role });

    test("every number on the overview is the total of the list that it opens", async ({ page }) => {
      test.slow();
      await page.goto("/?range=365");
      await expectEveryNumber(page);
    });
  });
}

test("all appointments of a period that are counted can be seen", async ({ page }) => {
  await page.goto("/?appointments=month");
  const region = page.getByRole("region", { name: "Appointments" });
  const month = region.getByRole("button", { name: /This month/ });
  const counted = Number(await month.locator("span").first().textContent());
  const more = region.getByRole("button", { name: /Show more/ });
  await expect(async () => {
    if (await more.isVisible()) await more.click();
    await expect(region.getByRole("listitem")).toHaveCount(counted, { timeout: 1000 });
  }).toPass();
  await expect(more).toHaveCount(0);
});

test("a tile further down that fails says so alone, with the request's id, and comes back", async ({ page }) => {
  await page.route("**/api/app/overview/funnel**", (route) =>
    route.fulfill({
      status: 422,
      json: { detail: "The service is not available right now." },
      headers: { "x-request-id": "abc123" },
    }),
  );
  await page.goto("/");
  const funnel = page.getByRole("region", { name: "Funnel" });
  await bringUp(funnel);
  await expect(funnel.getByText("This could not be loaded")).toBeVisible();
  await expect(funnel.getByText("abc123")).toBeVisible();
  await expect(page.getByRole("region", { name: "Leaderboard" }).getByRole("row").nth(1)).toBeVisible();
  await page.unroute("**/api/app/overview/funnel**");
  await funnel.getByRole("button", { name: /again|Retry/ }).click();
  await expect(funnel.getByRole("row").nth(1)).toBeVisible();
});

test("a tile that fails says so, with the request's id, and comes back", async ({ page }) => {
  await page.route("**/api/app/overview/appointments**", (route) =>
    route.fulfill({
      status: 503,
      json: { detail: "The service is not available right now." },
      headers: { "x-request-id": "abc123" },
    }),
  );
  await page.goto("/?appointments=today");
  await page.getByRole("button", { name: /This week/ }).click();
  await page.unroute("**/api/app/overview/appointments**");
  await expect(page.getByRole("button", { name: /This week/ })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("heading", { name: "Leads by status" })).toBeVisible();
});

test("everybody can use the overview to its end, wide and at 360 px", async ({ page }) => {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/");
    await bringUp(page.getByRole("region", { name: "Leaderboard" }));
    await expect(page.getByRole("region", { name: "Leaderboard" }).getByRole("row").nth(1)).toBeVisible();
    // From its beginning: scrolled, any row may lie a hair from the filters above, which counts as too near.
    await bringUp(page.getByRole("term").first());
    await expectAccessible(page);
  }
});

test("nothing moves by itself while the overview opens, its fonts late and its tiles one by one", async ({ page }) => {
  const arrive = Promise.withResolvers<void>();
  await page.route("**/*.woff2", async (route) => {
    await arrive.promise;
    await route.continue();
  });
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push(JSON.stringify(entry));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByRole("region", { name: "Funnel" }).getByRole("row").nth(1)).toBeVisible();
  arrive.resolve();
  await page.evaluate(() => document.fonts.ready);
  // It is told of after the frame that it happens in.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  // Put there by the script above.
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
});

test("menus open by keyboard, are accessible, and give the focus back", async ({ page }) => {
  await page.goto("/");
  const account = page.getByRole("button", { name: /^Account of/ }).first();
  await account.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "Dark" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Account of/ }).first()).toBeFocused();
});

test("the theme is chosen in the menu and is there before the next page paints", async ({ page }) => {
  await page.goto("/");
  await page
    .getByRole("button", { name: /^Account of/ })
    .first()
    .click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const html = await (await page.request.get("/")).text();
  expect(html).toContain('data-theme="dark"');
});
