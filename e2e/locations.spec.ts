import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures/test";

test.use({ role: "manager" });

const here = "Brightacre Chicago";
const there = "Brightacre Denver";

test.beforeEach(({ location }) => location.openBranch());

const switcher = (page: Page, location: string) => page.getByRole("button", { name: new RegExp(location) });

test("switching the location leads to what is there and to nothing else, and back again", async ({
  page,
  location,
}) => {
  const name = "Cloister";
  const id = await location.addLead({ lead_name: name });
  await page.goto("/leads");
  await expect(page.getByRole("link", { name }).first()).toBeVisible();

  await switcher(page, here).click();
  await expect(page.getByRole("menuitemradio", { name: here })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("menuitemradio", { name: there }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await expect(switcher(page, there)).toBeVisible();
  await page.goto(`/leads?q=${name}`);
  await expect(page.getByText("No lead matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  expect((await page.request.get(`/api/app/leads/${id}`)).status()).toBe(404);

  await switcher(page, there).click();
  await page.getByRole("menuitemradio", { name: here }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await page.goto(`/leads/${id}`);
  await expect(page.getByRole("heading", { name })).toBeVisible();
});

test("the location is switched with the keyboard alone", async ({ page }) => {
  await page.goto("/leads");
  await switcher(page, here).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: here })).toBeVisible();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitemradio", { name: there })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(switcher(page, there)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();

  // Escape leaves everything as it is, and gives the focus back.
  await switcher(page, there).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: there })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(switcher(page, there)).toBeFocused();
});

test("a link to a lead of the other location says where it is, and leads there", async ({ page, location }) => {
  const name = "Cloister";
  const id = await location.addLead({ lead_name: name });
  await page.goto("/");
  await switcher(page, here).click();
  await page.getByRole("menuitemradio", { name: there }).click();
  await expect(switcher(page, there)).toBeVisible();

  await page.goto(`/leads/${id}`);
  await expect(page.getByText(`This lead is in ${here}`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: `Switch to ${here}` }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(switcher(page, here)).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the account's menu says which location it is, and leads to the other", async ({ page }) => {
    await page.goto("/leads");
    await page.getByRole("button", { name: /^Account of/ }).click();
    await expect(page.getByRole("menuitemradio", { name: here })).toBeChecked();
    await expectAccessible(page);
    await page.getByRole("menuitemradio", { name: there }).click();
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    await page.getByRole("button", { name: /^Account of/ }).click();
    await expect(page.getByRole("menuitemradio", { name: there })).toBeChecked();
  });
});
