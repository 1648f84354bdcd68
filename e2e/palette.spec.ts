import type { Locator, Page } from "@playwright/test";
import { pressUntilFocused } from "./fixtures/keys";
import { expect, expectAccessible, test } from "./fixtures/test";

const box = (page: Page): Locator => page.getByRole("combobox", { name: "Command palette" });
const options = (page: Page): Locator => page.getByRole("option");

const openPalette = (page: Page): Promise<void> => pressUntilFocused(page, "ControlOrMeta+k", box(page));

/** Types into the palette, and waits for what is meant to be the first line. */
async function type(page: Page, words: string, first: string | RegExp): Promise<void> {
  await page.keyboard.type(words);
  await expect(options(page).first()).toContainText(first);
  await expect(options(page).first()).toHaveAttribute("data-highlighted", "");
}

/** The list with nothing but the leads of a name. */
const listOf = (name: string): string =>
  `/leads?view=all&filter=${encodeURIComponent(JSON.stringify({ all: [{ field: "name", operator: "contains", value: name }] }))}`;

test("a lead is found by whatever is known of it, opened, and offered again, by keyboard alone", async ({
  page,
  location,
}) => {
  const name = "Windmill";
  const [email, company] = ["wilhelmina@zephyr.example", "Zuiderzee Mills"];
  const id = await location.addLead({
    lead_name: name,
    email_id: email,
    phone: "+49 30 23125678",
    company_name: company,
  });
  const answer = await page.request.get(`/api/app/leads/${id}`);
  const { lead } = (await answer.json()) as { lead: { number: number } };
  await page.goto("/");
  for (const words of [name, email, company, "030 23125678", `#${lead.number}`]) {
    await openPalette(page);
    await type(page, words, name);
    await page.keyboard.press("Escape");
    await expect(box(page)).toBeHidden();
  }
  await openPalette(page);
  await type(page, name, name);
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: `Lead: ${name}` });
  await expect(panel).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`[?&]lead=${id}`));
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();

  await openPalette(page);
  await expect(page.getByRole("group", { name: "Recent" }).getByRole("option").first()).toContainText(name);
  await type(page, "tasks", "Tasks");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tasks$/);
});

test("what is selected in the table is tagged and given away, and one key takes it back", async ({
  page,
  location,
}) => {
  const word = "Byre";
  for (const name of ["red", "old"]) await location.addLead({ lead_name: `${word} ${name}` });
  const tag = "thatched";
  await page.goto(listOf(word));
  const grid = page.getByRole("grid", { name: "Leads" });
  await expect(grid.getByRole("row")).toHaveCount(3);
  await grid.getByRole("checkbox", { name: "Select all rows that are loaded" }).check();
  await expect(page.getByText("2 selected").first()).toBeVisible();

  await openPalette(page);
  await type(page, "add tag", "Add tag");
  await page.keyboard.press("Enter");
  const choices = page.getByRole("combobox", { name: "Add tag" });
  await expect(choices).toBeFocused();
  // Back and forth again: Escape leaves the step, not the palette.
  await page.keyboard.press("Escape");
  await expect(box(page)).toBeFocused();
  await type(page, "add tag", "Add tag");
  await page.keyboard.press("Enter");
  await expect(choices).toBeFocused();
  await type(page, tag, `New tag “${tag}”`);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${tag} added to 2 leads`).first()).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("2 leads as before").first()).toBeVisible();
});

test("the lead that is open is closed as won, and written on, from the palette", async ({ page, location }) => {
  const name = "Lighthouse";
  const id = await location.addLead({ lead_name: name });
  await page.goto(`/leads/${id}`);
  await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
  const commands = page.getByRole("group", { name });
  await expect(async () => {
    await openPalette(page);
    await expect(commands).toBeVisible({ timeout: 2000 });
  }).toPass();
  await type(page, "won", "Mark as won");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} marked as won`).first()).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText(/^Undone: Lighthouse marked as won/).first()).toBeVisible();

  await openPalette(page);
  await type(page, "add a task for", `Add a task for ${name}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "What is to be done" })).toBeFocused();
});

test("c makes a lead, and writes on one that is looked for", async ({ page }) => {
  const name = "Hopfield";
  await page.goto("/tasks");
  const create = page.getByRole("combobox", { name: "Create" });
  const openCreate = () => pressUntilFocused(page, "c", create);
  await openCreate();
  await type(page, "new", "New lead");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "New lead" });
  await dialog.getByRole("textbox").first().fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} added`).first()).toBeVisible();
  const panel = page.getByRole("dialog", { name: `Lead: ${name}` });
  await expect(panel).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();

  await openCreate();
  await type(page, "call", "Log a call");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Log a call" })).toBeFocused();
  await type(page, name, name);
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "Log call" })).toBeVisible();
});

test("a search that fails says so and is tried again; one that finds nothing says what would be found", async ({
  page,
  location,
}) => {
  const name = "Quayside";
  await location.addLead({ lead_name: name });
  await page.goto("/leads");
  let fails = true;
  await page.route("**/api/app/search?*", (route) => (fails ? route.abort() : route.continue()));
  await openPalette(page);
  await type(page, name, "Leads could not be searched");
  fails = false;
  await page.keyboard.press("Enter");
  await expect(options(page).first()).toContainText(name);
  await page.keyboard.type("zzz");
  await expect(page.getByText(`Nothing matches “${name}zzz”`).first()).toBeVisible();
});

test("the sheet behind ? says what the keys do here, and single ones can be switched off", async ({ page }) => {
  await page.goto("/leads?view=all");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const openSheet = () =>
    expect(async () => {
      await page.keyboard.press("?");
      await expect(sheet).toBeVisible({ timeout: 2000 });
    }).toPass();
  await openSheet();
  await expect(sheet.getByRole("heading", { name: "Leads" })).toBeVisible();
  await page.keyboard.type("go to pipe");
  await expect(sheet.getByText("Go to pipeline")).toBeVisible();
  await expect(sheet.getByText("Next lead")).toBeHidden();
  await sheet.getByRole("switch", { name: "Single-key shortcuts" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.keyboard.press("?");
  await page.keyboard.press("c");
  // By then they would have opened something.
  await openPalette(page);
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await type(page, "shortcuts", "Keyboard shortcuts");
  await page.keyboard.press("Enter");
  await sheet.getByRole("switch", { name: "Single-key shortcuts" }).check();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await openSheet();
});

test("keys that are typed into something are not ours", async ({ page }) => {
  await page.goto("/leads?view=all");
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(box(page)).toBeHidden();
  await page.keyboard.press("/");
  const search = page.getByLabel("Search leads");
  await expect(search).toBeFocused();
  await page.keyboard.type("c?/gl");
  await expect(search).toHaveValue("c?/gl");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("nothing stands in anybody's way, wide and at 360 px", async ({ page, location }) => {
  test.slow();
  const name = "Smithy";
  await location.addLead({ lead_name: name });
  await page.goto("/leads?view=all");
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await page.getByRole("button", { name: /^Search$/ }).click();
    await expect(box(page)).toBeFocused();
    await expectAccessible(page);
    await type(page, name, name);
    await expectAccessible(page);
    await page.keyboard.type("zzz");
    await expect(page.getByText(`Nothing matches “${name}zzz”`).first()).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await box(page).fill("shortcuts");
    await expect(options(page).first()).toContainText("Keyboard shortcuts");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
});
