import { pressUntilFocused } from "./fixtures/keys";
import { expect, expectAccessible, test } from "./fixtures/test";

test("a lead that a program sends is in the list at once, opens beside it, and has what was sent", async ({
  page,
  location,
}) => {
  const name = "Conservatory";
  const id = await location.addLead({ lead_name: name, utm_campaign: "spring-roofs", job_title: "Head gardener" });
  await page.goto("/leads");
  await page.getByLabel("Search leads").fill(name);
  await expect(page).toHaveURL(/search=Conservatory/);
  await page.getByRole("link", { name }).first().click();
  await expect(
    page
      .getByRole("dialog")
      .getByRole("heading", { name: new RegExp(name) })
      .first(),
  ).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`[?&]lead=${id}`));
  const record = await page.request.get(`/api/app/leads/${id}`);
  expect(await record.json()).toMatchObject({
    lead: { attributes: { utmCampaign: "spring-roofs" }, contact: { jobTitle: "Head gardener" } },
  });
  await expectAccessible(page);
});

test.describe("with more leads than a page has", () => {
  test.use({ leads: 110 });

  test("the list goes on as one goes down it, and says when nothing matches", async ({ page }) => {
    await page.goto("/leads");
    const grid = page.getByRole("grid", { name: "Leads" });
    await pressUntilFocused(page, "j", grid.getByRole("row").nth(1).locator('[data-place="1"]'));
    await page.keyboard.press("Control+End");
    // The second page of a hundred begins after the head and the first hundred.
    await expect(grid.locator('[aria-rowindex="102"]')).toBeAttached();
    await page.keyboard.press("/");
    await expect(page.getByLabel("Search leads")).toBeFocused();
    await page.keyboard.type("zzz no such lead");
    await expect(page.getByText("No lead matches")).toBeVisible();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(grid.getByRole("row").nth(1)).toBeVisible();
  });
});

test.describe("with a long list", () => {
  test.use({ leads: 260 });

  test("one key goes to its very last lead and one back to the first, and what is between comes on the way", async ({
    page,
  }) => {
    await page.goto("/leads?view=all&sort=name");
    const grid = page.getByRole("grid", { name: "Leads" });
    await pressUntilFocused(page, "j", grid.getByRole("row").nth(1).locator('[data-place="1"]'));
    const last = Number(await grid.getAttribute("aria-rowcount"));
    expect(last).toBeGreaterThan(200);
    await page.keyboard.press("Control+End");
    await expect(grid.locator(`[aria-rowindex="${last}"] :focus`)).toBeVisible();
    await expect(page.getByText("These are all.")).toBeVisible();
    await page.keyboard.press("Control+Home");
    await expect(grid.locator('[aria-rowindex="2"] :focus')).toBeVisible();
    await page.keyboard.press("Control+End");
    await expect(grid.locator(`[aria-rowindex="${last}"] :focus`)).toBeVisible();
    await expect(async () => {
      await page.keyboard.press("PageUp");
      await expect(grid.locator('[aria-rowindex="2"] :focus')).toBeVisible({ timeout: 500 });
    }).toPass();
  });
});

test("a lead of nobody's is not there, and says so", async ({ page }) => {
  await page.goto(`/leads/${"0".repeat(20)}`);
  await expect(page.getByText("This lead is not here")).toBeVisible();
});
