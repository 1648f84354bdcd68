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
  "/settings/data",
  "/settings/developer",
  "/settings/outbox",
];

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
