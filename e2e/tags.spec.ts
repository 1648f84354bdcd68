import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures/test";

const list = (page: Page) => page.getByRole("list", { name: "Tags" });
const row = (page: Page, name: string) =>
  list(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: `Delete ${name}`, exact: true }) });
const open = (page: Page, name: string) =>
  row(page, name)
    .getByRole("button", { name: /^Rename/ })
    .press("Enter");

test("a tag is added, renamed on every lead by keyboard, and the lead says so", async ({ page, location }) => {
  const lead = await location.addLead({ lead_name: "Cloister" });
  await page.request.post("/api/app/leads/bulk", {
    data: { selection: { ids: [lead] }, command: { type: "addTags", tags: ["Sunny side"] } },
  });
  await page.goto("/settings/tags");
  await page.getByRole("button", { name: "Add tag" }).press("Enter");
  await page.getByRole("dialog").getByLabel("Name").fill("sunny SIDE");
  await page.keyboard.press("Enter");
  await expect(page.getByText("There is a tag of this name. Choose another one.")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page.keyboard.press("/");
  await page.keyboard.type("sunny");
  await expect(list(page).getByRole("listitem")).toHaveCount(1);
  await expect(row(page, "Sunny side")).toContainText("1 contact");
  await open(page, "Sunny side");
  const dialog = page.getByRole("dialog", { name: "Rename the tag Sunny side" });
  await expect(dialog.getByText("1 contact has it.")).toBeVisible();
  await dialog.getByLabel("Name").fill("Sunny roof");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Sunny side is called Sunny roof").first()).toBeVisible();
  await expect(row(page, "Sunny roof")).toBeVisible();
  await row(page, "Sunny roof").getByRole("link", { name: "1 contact" }).click();
  await expect(page.getByRole("link", { name: "Cloister" }).first()).toBeVisible();
});

test("a tag is made one with another after a question, deleted, and both are undone", async ({ page, location }) => {
  const [one, other] = [await location.addLead(), await location.addLead({ first_name: "Olga" })];
  const tag = (id: string, word: string) =>
    page.request.post("/api/app/leads/bulk", {
      data: { selection: { ids: [id] }, command: { type: "addTags", tags: [word] } },
    });
  await tag(one, "Zebra");
  await tag(other, "Zulu");
  await page.goto("/settings/tags");
  await open(page, "Zulu");
  const dialog = page.getByRole("dialog", { name: "Rename the tag Zulu" });
  await dialog.getByLabel("Name").fill("Zebra");
  await dialog.getByRole("button", { name: "Rename tag" }).click();
  await expect(dialog.getByRole("alert")).toContainText("There is a tag Zebra already");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Make them one" }).click();
  await expect(row(page, "Zulu")).toHaveCount(0);
  await expect(row(page, "Zebra")).toContainText("2 contacts");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(row(page, "Zulu")).toContainText("1 contact");

  await page.getByRole("button", { name: "Delete Zebra" }).click();
  const question = page.getByRole("dialog", { name: "Delete the tag Zebra?" });
  await expect(question.getByText("1 contact has it.")).toBeVisible();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Delete tag" }).click();
  await expect(row(page, "Zebra")).toHaveCount(0);
  await expect(page.getByText("Zebra deleted").first()).toBeVisible();
  await page.keyboard.press("z");
  await expect(row(page, "Zebra")).toContainText("1 contact");
});

test("without a match there is a way back, and managers are told whom to ask", async ({ page, location, browser }) => {
  await page.goto("/settings/tags");
  await page.getByRole("searchbox", { name: "Search tags" }).fill("nothing like it");
  await expect(page.getByText("No tag matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear search" }).click();
  await expect(list(page).getByRole("listitem").first()).toBeVisible();

  const context = await browser.newContext({ storageState: await location.session("manager") });
  const managers = await context.newPage();
  await managers.goto("/settings/tags");
  await expect(managers.getByText("Only administrators see this")).toBeVisible();
  await context.close();
});
