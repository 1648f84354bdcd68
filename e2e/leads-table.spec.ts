import type { Locator, Page } from "@playwright/test";
import type { OwnLocation } from "./fixtures/location";
import { expect, expectAccessible, test } from "./fixtures/test";

/** What the names of the leads begin with that a test is about, and no others. */
const word = "Quern";

/** Makes such leads, by the rest of their names. */
async function addLeads(location: OwnLocation, ...names: string[]): Promise<void> {
  for (const name of names) await location.addLead({ lead_name: `${word} ${name}`, company_name: name });
}

/** The list with nothing but those leads. */
const listOf = (more = ""): string => {
  const filter = { all: [{ field: "name", operator: "contains", value: word }] };
  return `/leads?view=all&filter=${encodeURIComponent(JSON.stringify(filter))}${more}`;
};

const grid = (page: Page): Locator => page.getByRole("grid", { name: "Leads" });
const names = (page: Page): Locator => grid(page).getByRole("rowheader").getByRole("link");
const cell = (page: Page, row: string, column: number): Locator =>
  grid(page).getByRole("row").filter({ hasText: row }).locator(`[data-place="${column}"]`);

/** Pastes a text where the focus is, as the browser does when a spreadsheet filled the clipboard. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

test("a filter and an order are saved as a view, which is there after a reload", async ({ page, location }) => {
  await addLeads(location, "Birch", "Alder", "Cedar");
  await page.goto("/leads?view=all");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const filter = page.getByRole("dialog", { name: "Filter" });
  await filter.getByLabel("Find a field").fill("Lead");
  await filter.getByRole("button", { name: "Lead", exact: true }).click();
  await filter.getByLabel("Value").fill(word);
  await expect(names(page)).toHaveCount(3);
  await expectAccessible(page);
  await filter.getByRole("button", { name: "Done" }).click();
  await grid(page)
    .getByRole("columnheader", { name: /^Lead/ })
    .getByRole("button", { name: "Lead", exact: true })
    .click();
  await expect(names(page)).toHaveText([`${word} Alder`, `${word} Birch`, `${word} Cedar`]);
  await expect(page).toHaveURL(/sort=name/);

  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByLabel("Name").fill(`View ${word}`);
  await page.getByRole("dialog", { name: "Save view" }).getByRole("button", { name: "Save view" }).click();
  const tab = page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: `View ${word}` });
  await expect(tab).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/\/leads\?view=\w{20}$/);
  await page.reload();
  await expect(tab).toHaveAttribute("aria-current", "page");
  await expect(names(page)).toHaveText([`${word} Alder`, `${word} Birch`, `${word} Cedar`]);

  // Changed and put back; then it goes.
  await page.getByRole("button", { name: new RegExp(`^Remove filter: Lead contains “${word}”`) }).click();
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(names(page)).toHaveCount(3);
  await page.getByRole("button", { name: `Options of the view View ${word}` }).click();
  await page.getByRole("menuitem", { name: "Delete view" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete view" }).click();
  await expect(tab).toHaveCount(0);
});

test("a cell is edited where it stands, says what does not fit, and is undone", async ({ page, location }) => {
  await addLeads(location, "Alder");
  await page.goto(listOf("&columns=name,valueMinor,source,stage"));
  const value = cell(page, "Alder", 2);
  await value.click();
  await page.keyboard.press("e");
  const editor = page.getByLabel(`Value of ${word} Alder`);
  await expect(editor).toBeFocused();
  await editor.fill("a lot");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Write a number.")).toBeVisible();
  await editor.fill("1,250.50");
  await page.keyboard.press("Tab");
  await expect(value).toHaveText("$1,250.50");
  await expect(page.getByLabel(`Source of ${word} Alder`)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(cell(page, "Alder", 3)).toBeFocused();
  await expect(page.getByText(`Value of ${word} Alder changed`).first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(value).toHaveText("");
  await page.reload();
  await expect(value).toHaveText("");
});

test("an amount is shown whole, and shorter rather than cut off where its column is too narrow", async ({
  page,
  location,
}) => {
  await addLeads(location, "Alder");
  await page.goto(listOf("&columns=name,valueMinor"));
  const value = cell(page, "Alder", 2);
  await value.dblclick();
  await page.getByLabel(`Value of ${word} Alder`).fill("12345678901");
  await page.keyboard.press("Enter");
  await expect(value).toHaveText("$12,345,678,901");
  expect(await value.evaluate((shown) => shown.scrollWidth - shown.clientWidth)).toBe(0);
  await page.goto(listOf("&columns=name,valueMinor~96"));
  await expect(value).toHaveText("$12.3B");
  await expect(value.getByTitle("$12,345,678,901")).toBeVisible();
});

test("what the server refuses goes back to what it was, with the reason", async ({ page, location }) => {
  await addLeads(location, "Alder");
  await page.goto(listOf("&columns=name,source"));
  await page.route("**/api/app/leads/*", (route) =>
    route.request().method() === "PATCH"
      ? route.fulfill({ status: 503, json: { detail: "The service is not available right now." } })
      : route.continue(),
  );
  const source = cell(page, "Alder", 2);
  const before = await source.textContent();
  await source.dblclick();
  await page.getByLabel(`Source of ${word} Alder`).fill("Radio");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Source of ${word} Alder was not changed`).first()).toBeVisible();
  await expect(page.getByText("The service is not available right now.").first()).toBeVisible();
  await expect(source).toHaveText(before ?? "");
});

test("what somebody else makes of a cell while it is written in is not overwritten in silence", async ({
  page,
  elsewhere,
  location,
}) => {
  const id = await location.addLead({ lead_name: `${word} Alder` });
  const colleague = await elsewhere("manager");
  await page.goto(listOf("&columns=name,description,city"));
  const description = cell(page, "Alder", 2);
  await description.dblclick();
  const editor = page.getByLabel(`Description of ${word} Alder`);
  await editor.fill("Slate");
  const data = {
    changes: { description: "Tiles", contact: { city: "Ely" } },
    known: { description: null, contact: { city: null } },
  };
  expect((await colleague.request.patch(`/api/app/leads/${id}`, { data })).status()).toBe(200);
  await expect(cell(page, "Alder", 3)).toHaveText("Ely");
  await editor.press("Enter");
  await expect(page.getByText(/changed it meanwhile/).first()).toBeVisible();
  await expect(description).toHaveText("Tiles");
  await page.getByRole("button", { name: "Use mine", includeHidden: true }).click();
  await expect(description).toHaveText("Slate");
});

test("a column of a spreadsheet is pasted, looked at before, and undone as one", async ({ page, location }) => {
  await addLeads(location, "Alder", "Birch", "Cedar", "Dogwood", "Elder");
  await page.goto(listOf("&columns=name,valueMinor&sort=name"));
  await expect(names(page)).toHaveCount(5);
  await cell(page, "Alder", 2).click();
  await paste(page, "$1,200\r\nmuch\r\n300\r\n400\r\n500\r\n");
  const preview = page.getByRole("dialog", { name: "Change 4 cells?" });
  await expect(preview.getByText("Write a number.")).toBeVisible();
  await expectAccessible(page);
  await preview.getByRole("button", { name: "Change 4 cells" }).click();
  await expect(preview).toHaveCount(0);
  await expect(cell(page, word, 2)).toHaveText(["$1,200", "", "$300", "$400", "$500"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cell(page, word, 2)).toHaveText(["", "", "", "", ""]);

  // A few that fit are no question.
  await cell(page, "Birch", 2).click();
  await paste(page, "7\n8");
  await expect(cell(page, "Birch", 2)).toHaveText("$7");
  await expect(page.getByText("2 cells changed").first()).toBeVisible();
  await page.reload();
  await expect(cell(page, "Cedar", 2)).toHaveText("$8");
});

test("a lead is added from the list, and opens beside it", async ({ page }) => {
  await page.goto("/leads?view=all");
  await expect(names(page).first()).toBeVisible();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "New lead" });
  await dialog.getByLabel("Lead", { exact: true }).fill(`${word} Roof`);
  await dialog.getByLabel("Value (USD)").fill("a lot");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add lead" }).click();
  await expect(dialog.getByText("Write a number.")).toBeVisible();
  await dialog.getByLabel("Value (USD)").fill("1,500");
  await dialog.getByRole("button", { name: "Add lead" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/lead=\w{20}/);
  await expect(
    grid(page)
      .getByRole("row")
      .filter({ hasText: `${word} Roof` }),
  ).toContainText("$1,500");
});

test("a link that can not be read says so, and what is gone is named", async ({ page }) => {
  await page.goto("/leads?filter=%7Bcut&sort=bogus&view=AAAAAAAAAAAAAAAAAAAA");
  await expect(page.getByText("Its filter and its order are left out.")).toBeVisible();
  await expect(page.getByText("This view is not there any more")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page).toHaveURL(/\/leads\?view=all$/);
  await expect(page.getByText("Its filter and its order are left out.")).toHaveCount(0);

  await page.goto("/leads?stage=nonsense");
  await expect(page.getByText("“Stage is (gone)” is about something that is not there")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Clear filters" }).last().click();
  await expect(names(page).first()).toBeVisible();

  const gone = { all: [{ field: "weather", operator: "is", value: "wet" }] };
  await page.goto(`/leads?view=all&filter=${encodeURIComponent(JSON.stringify(gone))}`);
  await expect(page.getByText("This list can not be shown as it was asked for")).toBeVisible();
  await page.getByRole("button", { name: "Show the rest" }).click();
  await expect(names(page).first()).toBeVisible();
});

test("a column is dragged to another place", async ({ page, location }) => {
  await addLeads(location, "Alder");
  await page.goto(listOf("&columns=name,source,stage,owner"));
  const head = (name: string) => grid(page).getByRole("columnheader", { name: new RegExp(`^${name}`) });
  await expect(names(page)).toHaveCount(1);
  // A head that is pressed before the page has come alive is not taken; the pointer over a row tells that it has.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await names(page).first().hover();
    await expect(grid(page).locator("[data-peek]")).toBeVisible({ timeout: 500 });
  }).toPass();
  const [from, to] = [await head("Owner").boundingBox(), await head("Source").boundingBox()];
  if (!from || !to) throw new Error("The heads are not on screen.");
  await page.mouse.move(from.x + 60, from.y + 12);
  await page.mouse.down();
  // Dragging is fetched when a column is taken: the pointer goes on until it is heard.
  await expect(async () => {
    await page.mouse.move(from.x, from.y + 12, { steps: 3 });
    await page.mouse.move(to.x + 20, to.y + 12, { steps: 3 });
    await expect(head("Source")).toHaveAttribute("data-drop", "left", { timeout: 500 });
  }).toPass();
  await page.mouse.up();
  await expect(page).toHaveURL(/columns=name,owner,source,stage/);
  await expect(grid(page).getByRole("columnheader")).toHaveText(["", "Lead", "Owner", "Source", "Stage"]);
});

test("two selected leads become one, and two again with Undo", async ({ page, location }) => {
  await addLeads(location, "Alder", "Birch");
  await page.goto(listOf("&columns=name"));
  const selection = page.getByRole("region", { name: "Selection" });
  await grid(page).getByLabel(`Select ${word} Alder`).check();
  await grid(page).getByLabel(`Select ${word} Birch`).check();
  await selection.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Merge…" }).click();
  await page
    .getByRole("dialog", { name: "Merge", exact: true })
    .getByRole("button", { name: "Merge 2 people" })
    .click();
  await expect(names(page)).toHaveCount(1);
  await expect(selection).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(names(page)).toHaveCount(2);
});

test("all that match are assigned at once, and it is undone as a whole", async ({ page, location }) => {
  await addLeads(location, "Alder", "Birch", "Cedar");
  const { name } = location.user("rep");
  await page.goto(listOf("&columns=name,owner"));
  const owner = (lead: string) => cell(page, lead, 2);
  await grid(page).getByLabel(`Select ${word} Alder`).check();
  await grid(page).getByLabel(`Select ${word} Birch`).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.getByRole("button", { name: "Select all 3 matching" }).click();
  await expect(page.getByText("3 selected")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await page.getByRole("dialog", { name: "Assign" }).getByRole("button", { name, exact: true }).click();
  const question = page.getByRole("dialog", { name: `Assign 3 leads to ${name}?` });
  await question.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText(`3 leads assigned to ${name}`).first()).toBeVisible();
  for (const lead of ["Alder", "Birch", "Cedar"]) await expect(owner(lead)).toHaveText(new RegExp(name));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("3 leads as before").first()).toBeVisible();
  for (const lead of ["Alder", "Birch", "Cedar"]) await expect(owner(lead)).toHaveText("Nobody");
});

test("the table is used with the keyboard alone", async ({ page, location }) => {
  await addLeads(location, "Alder", "Birch", "Cedar");
  await page.goto(listOf("&sort=name&columns=name,stage,owner"));
  await expect(names(page)).toHaveCount(3);
  await page.keyboard.press("j");
  await expect(cell(page, "Alder", 1)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "Birch", 2)).toBeFocused();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("2 selected")).toBeHidden();

  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowUp");
  const head = grid(page).getByRole("columnheader", { name: /^Stage/ });
  await expect(head).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page).toHaveURL(/stage~168/);
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page).toHaveURL(/columns=name,owner,stage~168/);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Hide column" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await page.goBack();
  await expect(names(page)).toHaveCount(3);
});

test("the list comes along while one goes from lead to lead in the panel", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto("/leads?view=all");
  await names(page).first().click();
  const panel = page.getByRole("dialog", { name: /^Lead: / });
  await expect(panel.getByText("1 of 40")).toBeVisible();
  for (let press = 0; press < 30; press += 1) await page.keyboard.press("j");
  await expect(panel.getByText("31 of 40")).toBeVisible();
  const shown = new URL(page.url()).searchParams.get("lead") ?? "";
  await expect(grid(page).locator(`[data-lead="${shown}"]`)).toBeInViewport();
});

test("leads are cards and filters a sheet at 360 px", async ({ page, location }) => {
  await addLeads(location, "Alder", "Birch");
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(listOf());
  const cards = page.getByRole("list", { name: "Leads" }).getByRole("link");
  await expect(cards).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Filter/ }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await sheet.getByLabel("Value").fill(`${word} Birch`);
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(cards).toHaveCount(1);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

test("everybody can use the table, its groups and its panels", async ({ page }) => {
  // Every cell is looked at: few rows say as much as many.
  await page.setViewportSize({ width: 1280, height: 400 });
  await page.goto("/leads?view=all&group=stage&sort=-valueMinor&columns=name,stage,owner,valueMinor,tags");
  await expect(names(page).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Display" }).click();
  await expect(page.getByRole("dialog", { name: "How the list is shown" })).toBeVisible();
  await expectAccessible(page);
});

test("a list that can not be loaded says why, with the request's id, and comes back", async ({ page }) => {
  await page.goto("/leads?view=all");
  await expect(names(page).first()).toBeVisible();
  await page.route("**/api/app/leads?*", (route) =>
    route.fulfill({
      status: 403,
      json: { detail: "Ask an administrator of this location." },
      headers: { "x-request-id": "abc123" },
    }),
  );
  await page.getByLabel("Search leads").fill("roof");
  await expect(page.getByText("You do not have access to this")).toBeVisible();
  await page.unroute("**/api/app/leads?*");
  await page.getByLabel("Search leads").fill("");
  await expect(names(page).first()).toBeVisible();
});

test.describe("a rep", () => {
  test.use({ role: "rep" });

  test("begins with what is theirs", async ({ page }) => {
    await page.goto("/leads");
    const mine = page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Mine" });
    await expect(mine).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("button", { name: "Change filter: Owner is Me" })).toBeVisible();
  });
});
