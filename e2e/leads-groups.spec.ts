import { z } from "zod";
import { expect, expectAccessible, screenshot, test } from "./fixtures/test";

const Groups = z.object({
  groups: z.array(z.object({ key: z.string(), label: z.string(), count: z.number() })),
});

test.use({ leads: 260 });

test("a group closes and opens by press and by key, keeps its count, and is not fetched while it is closed", async ({
  page,
}) => {
  const { groups } = Groups.parse(await (await page.request.get("/api/app/leads/groups?by=stage")).json());
  const [first, second] = [groups[0], groups[1]];
  await page.goto("/leads?view=all&group=stage");
  const grid = page.getByRole("grid", { name: "Leads" });
  const head = (label: string | undefined) => grid.getByRole("button", { name: new RegExp(`^${label ?? ""} `) });
  const rows = grid.locator('[role="row"][data-lead]');
  await expect(head(first?.label)).toHaveAttribute("aria-expanded", "true");
  await expect(head(first?.label)).toContainText(String(first?.count));
  const all = await page.locator("footer").textContent();

  await expect(async () => {
    await head(first?.label).click();
    await expect(head(first?.label)).toHaveAttribute("aria-expanded", "false", { timeout: 1000 });
  }).toPass();
  await expect(rows.nth(1)).toContainText(second?.label ?? "");
  await expect(head(first?.label)).toContainText(String(first?.count));
  await expect(page.locator("footer")).toHaveText(all ?? "");
  await expect(page).toHaveURL(/closed=/);
  await expectAccessible(page);
  await screenshot(page, "leads-groups");

  // A new visit asks for the others alone.
  const asked = page.waitForResponse((response) => response.url().includes("/api/app/leads/groups"));
  await page.reload();
  await asked;
  await expect(head(first?.label)).toHaveAttribute("aria-expanded", "false");
  await expect(rows.nth(1)).toContainText(second?.label ?? "");

  await head(first?.label).focus();
  await page.keyboard.press("ArrowRight");
  await expect(head(first?.label)).toHaveAttribute("aria-expanded", "true");
  await expect(head(first?.label)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1).locator(":focus")).toBeAttached();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(head(first?.label)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowDown");
  await expect(head(second?.label)).toBeFocused();
});

test("far down a list a group closes where one is, and opens there again", async ({ page }) => {
  await page.goto("/leads?view=all&group=status");
  const grid = page.getByRole("grid", { name: "Leads" });
  const heads = grid.getByRole("button", { expanded: true });
  await expect(heads.first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(grid.locator(":focus")).toBeAttached({ timeout: 1000 });
  }).toPass();
  const head = grid.getByRole("button", { name: /^Won / });
  await expect(async () => {
    await page.keyboard.press("PageDown");
    await expect(head).toBeVisible({ timeout: 1000 });
  }).toPass();
  await head.click();
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await expect(page).toHaveURL(/closed=won/);
  await head.click();
  await expect(head).toHaveAttribute("aria-expanded", "true");
  await expect(page).not.toHaveURL(/closed=/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 }, leads: 40 });
    test("groups close on a narrow screen as well", async ({ page }) => {
      await page.goto("/leads?view=all&group=stage");
      const head = page.getByRole("list", { name: "Leads" }).getByRole("button", { expanded: true }).first();
      const cards = page.getByRole("list", { name: "Leads" }).getByRole("link");
      await expect(head).toBeVisible();
      const before = await cards.first().textContent();
      await head.click();
      await expect(cards.first()).not.toHaveText(before ?? "");
      await expectAccessible(page);
      await screenshot(page, `leads-groups-narrow-${colorScheme}`);
    });
  });
}
