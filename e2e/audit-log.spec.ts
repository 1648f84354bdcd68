import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "./fixtures/test";

test("the log tells who changed what, is narrowed in its address, and is downloaded", async ({ page, location }) => {
  await page.request.post("/api/app/tags", { data: { name: "Sunny side" } });
  await location.addLead({ lead_name: "Cloister" });
  await page.goto("/settings/audit-log");
  const log = page.getByRole("region", { name: "Audit log" });
  await log.getByLabel("Kind").selectOption("Settings");
  await expect(page).toHaveURL(/kind=settings/);
  const entry = log.getByRole("listitem").filter({ hasText: "added a tag" });
  await expect(entry).toHaveCount(1);
  await entry.getByText("added a tag").click();
  await expect(entry.getByRole("definition")).toHaveText("Sunny side");
  await expectAccessible(page);

  const downloading = page.waitForEvent("download");
  await log.getByRole("link", { name: "Download as CSV" }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  expect(file).toContain("tag.created");
  expect(file).not.toContain("lead.created");

  await log.getByLabel("Kind").selectOption("Everything");
  await log.getByLabel("Person").selectOption("Programs");
  await expect(log.getByText("added the lead").first()).toBeVisible();
  await expect(log.getByText("added a tag")).toHaveCount(0);
  await log.getByLabel("To", { exact: true }).fill("2020-01-01");
  await expect(log.getByText("Nothing like it happened")).toBeVisible();
  await log.getByRole("button", { name: "Clear filters" }).click();
  await expect(log.getByText("added a tag")).toBeVisible();
});

test.describe("for a manager", () => {
  test.use({ role: "manager" });

  test("the page says whom to ask", async ({ page }) => {
    await page.goto("/settings/audit-log");
    await expect(page.getByText("Only administrators see this")).toBeVisible();
  });
});

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });

    test("filters and entries are in reach", async ({ page }) => {
      await page.goto("/settings/audit-log");
      await page.getByRole("region", { name: "Audit log" }).getByRole("listitem").first().click();
      const isWider = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(await isWider()).toBe(false);
      await page.evaluate(() => window.scrollTo(0, 0));
      await expectAccessible(page);
    });
  });
