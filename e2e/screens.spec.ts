import { expect, expectAccessible, test } from "./fixtures/test";

/** Every screen of somebody who is signed in, at rest. What opens on them is looked at by the journeys that open it. */
const screens = [
  "/leads",
  "/leads/bin",
  "/leads/duplicates",
  "/leads/import",
  "/pipeline",
  "/tasks",
  "/settings",
  "/settings/profile",
  "/settings/location",
  "/settings/members",
  "/settings/pipeline",
  "/settings/contacts",
  "/settings/fields",
  "/settings/tags",
  "/settings/audit-log",
  "/settings/data",
  "/settings/developer",
  "/settings/outbox",
];

test("an address that is not there says so within the navigation, wide and at 360 px", async ({ page }) => {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect((await page.goto("/nowhere/at-all"))?.status()).toBe(404);
    await expect(page.getByText("There is no such page")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("navigation").getByRole("link", { name: "Pipeline" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Pipeline" })).toBeVisible();
  }
});

for (const path of screens) {
  test(`everybody can use ${path}, wide and at 360 px`, async ({ page }) => {
    await page.goto(path);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
