import { expect, expectAccessible, test } from "./fixtures/test";

test("the overview counts leads, and every number opens the leads it counts", async ({ page }) => {
  await page.goto("/?range=365");
  const stages = page.getByRole("region", { name: "Leads by status" });
  const row = stages
    .getByRole("row")
    .filter({ has: page.getByRole("link") })
    .first();
  const leads = Number((await row.getByRole("cell").nth(0).textContent())?.replace(/\D/g, ""));
  expect(leads).toBeGreaterThan(0);
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Leads", level: 1 })).toBeVisible();
  await expect(page.getByRole("status").first()).toHaveText(leads === 1 ? "1 lead" : `${leads} leads`);
});

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

for (const colorScheme of ["light", "dark"] as const) {
  test(`the screens are accessible in ${colorScheme}, wide and narrow`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 360, height: 780 },
    ]) {
      await page.setViewportSize(viewport);
      for (const path of ["/", "/leads", "/settings/profile", "/settings/developer", "/settings/outbox"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
      }
    }
  });
}

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
