import type { Page } from "@playwright/test";
import { z } from "zod";
import { demoKeys, demoUser } from "./fixtures/demo";
import { signIn } from "./fixtures/sign-in";
import { demoTest as test, expect, expectAccessible } from "./fixtures/test";

// A session of its own: which location somebody is in belongs to the session.
test.use({ role: null });

const here = "Brightacre Chicago";
const there = "Brightacre Denver";

test.beforeEach(async ({ page }) => signIn(page.request, demoUser("manager")));

const switcher = (page: Page, location: string) => page.getByRole("button", { name: new RegExp(location) });

/** A lead of the first location. Answers its name and its id. */
async function leadHere(page: Page): Promise<{ name: string; id: string }> {
  const name = `Carport ${Date.now()}`;
  const made = await page.request.post("/api/crm/lead", {
    headers: { authorization: `Bearer ${demoKeys().key}` },
    data: { first_name: "Ada", lead_name: name },
  });
  const { id } = z.object({ id: z.string() }).parse(await made.json());
  return { name, id: id.replace("lead_", "") };
}

test("switching the location leads to what is there and to nothing else, and back again", async ({ page }) => {
  const lead = await leadHere(page);
  await page.goto("/leads");
  await expect(page.getByRole("link", { name: lead.name }).first()).toBeVisible();

  await switcher(page, here).click();
  await expect(page.getByRole("menuitemradio", { name: here })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("menuitemradio", { name: there }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await expect(switcher(page, there)).toBeVisible();
  await page.goto(`/leads?q=${encodeURIComponent(lead.name)}`);
  await expect(page.getByText("No lead matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  expect((await page.request.get(`/api/app/leads/${lead.id}`)).status()).toBe(404);

  await switcher(page, there).click();
  await page.getByRole("menuitemradio", { name: here }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await page.goto(`/leads/${lead.id}`);
  await expect(page.getByRole("heading", { name: new RegExp(lead.name) })).toBeVisible();
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

test("a link to a lead of the other location says where it is, and leads there", async ({ page }) => {
  const lead = await leadHere(page);
  await page.goto("/");
  await switcher(page, here).click();
  await page.getByRole("menuitemradio", { name: there }).click();
  await expect(switcher(page, there)).toBeVisible();

  await page.goto(`/leads/${lead.id}`);
  await expect(page.getByText(`This lead is in ${here}`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: `Switch to ${here}` }).click();
  await expect(page.getByRole("heading", { name: new RegExp(lead.name) })).toBeVisible();
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
