import type { Locator, Page } from "@playwright/test";
import { column, openBoard } from "./fixtures/board";
import { expect, expectAccessible, test } from "./fixtures/test";

// What opens on screens, where no journey looks at it. Few leads: every cell behind it is looked at as well.
test.use({ leads: 6 });

/** Opens `opened` with a button, which may not have come alive at the first press, and looks at it. */
async function open(page: Page, button: Locator, opened: Locator): Promise<void> {
  await expect(async () => {
    if (!(await opened.isVisible())) await button.click({ timeout: 5000 });
    await expect(opened).toBeVisible({ timeout: 5000 });
  }).toPass();
  await expectAccessible(page);
}

/** Opens it, looks at it, and leaves it by keyboard. */
async function peek(page: Page, button: Locator, opened: Locator): Promise<void> {
  await open(page, button, opened);
  await page.keyboard.press("Escape");
  await expect(opened).toHaveCount(0);
}

const menu = (page: Page): Locator => page.getByRole("menu");
const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole("dialog", { name });
const list = (page: Page): Locator => page.getByRole("listbox");
const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name, exact: true });
const item = (page: Page, name: string): Locator => page.getByRole("menuitem", { name, exact: true });

test("everybody can use the menus and dialogs of the table", async ({ page }) => {
  test.slow();
  await page.goto("/leads?view=all&sort=name&columns=name,stage,owner,tags");
  const grid = page.getByRole("grid", { name: "Leads" });
  await peek(page, button(page, "Save view"), dialog(page, "Save view"));
  await peek(page, button(page, "More about the list"), menu(page));
  await grid.getByRole("columnheader", { name: /^Stage/ }).hover();
  await peek(page, button(page, "Options of the column Stage"), menu(page));

  for (const box of [1, 2]) await grid.getByRole("checkbox").nth(box).check();
  const selection = page.getByRole("region", { name: "Selection" });
  const chosen = (name: string): Locator => selection.getByRole("button", { name, exact: true });
  for (const name of ["Assign", "Move to stage", "Tags"]) await peek(page, chosen(name), dialog(page, name));
  await peek(page, chosen("More"), menu(page));
  await button(page, "Select all 6 matching").click();
  await peek(page, chosen("Delete"), dialog(page, "Delete 6 leads?"));
});

test("everybody can use the menu of a view and what it asks", async ({ page }) => {
  const name = "Hot";
  const view = { kind: "table", name, shared: true, query: { filter: { all: [] } } };
  const made = await page.request.post("/api/app/views", { data: view });
  expect(made.ok(), await made.text()).toBe(true);
  const { id }: { id: string } = await made.json();
  await page.goto(`/leads?view=${id}`);
  for (const [choice, question] of [
    ["Rename", "Rename the view"],
    ["Delete view", `Delete the view “${name}”?`],
  ] as const) {
    await open(page, button(page, `Options of the view ${name}`), menu(page));
    await peek(page, item(page, choice), dialog(page, question));
  }
});

test("everybody can use what opens on a lead", async ({ page, location }) => {
  test.slow();
  const id = await location.addLead({ lead_name: "Conservatory" });
  await page.goto(`/leads/${id}`);
  await open(page, button(page, "More actions"), menu(page));
  await peek(page, item(page, "Convert to client"), dialog(page, "Convert to a client"));
  await peek(page, button(page, /^Show: /), list(page));
  const forms = page.getByRole("region", { name: "Add to the timeline" });
  for (const [form, does] of [
    ["Call", "Log call"],
    ["Task", "Add task"],
    ["Appointment", "Book appointment"],
  ] as const)
    await open(page, forms.getByRole("button", { name: form, exact: true }), button(page, does));
  await forms.getByRole("button", { name: "Note", exact: true }).click();
  await page.getByRole("textbox", { name: "Note" }).pressSequentially(`@${location.user("rep").name.slice(0, 3)}`);
  await expect(page.getByRole("listbox", { name: "People to mention" })).toBeVisible();
  await expectAccessible(page);
});

test("everybody can use what opens on the board", async ({ page }) => {
  await openBoard(page, "");
  const card = page.locator("[data-card]").first();
  await card.hover();
  await peek(page, card.getByRole("button", { name: /^Actions for/ }), menu(page));
  await open(page, button(page, "Add lead to Contact"), column(page, "Contact").getByRole("textbox"));
  await page.keyboard.press("Escape");
  await card.focus();
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toBeVisible();
  await expectAccessible(page);
});

test("everybody can use the dialogs of members and teams", async ({ page }) => {
  const name = "North";
  const made = await page.request.post("/api/app/teams", { data: { name } });
  expect(made.ok(), await made.text()).toBe(true);
  await page.goto("/settings/members");
  await peek(page, button(page, "New team"), dialog(page, "New team"));
  await peek(page, button(page, `Rename ${name}`), dialog(page, `Rename “${name}”`));
  await peek(page, button(page, `Remove ${name}`), dialog(page, `Remove “${name}”?`));
  await peek(page, button(page, /^Role of Sam Lee/), list(page));
});

test("everybody can use the dialogs of keys and integrations", async ({ page }) => {
  const name = "Reporting";
  await page.goto("/settings/developer");
  const shown = dialog(page, "Copy the token now");
  await open(page, button(page, "New integration"), dialog(page, "New private integration"));
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("contacts.readonly").check();
  await open(page, button(page, "Create integration"), shown);
  await shown.getByRole("button", { name: "Done" }).click();
  await open(page, button(page, `Rotate ${name}`), dialog(page, `New token for “${name}”?`));
  await peek(page, button(page, /^The token of today works/), list(page));
  await page.keyboard.press("Escape");
  await peek(page, button(page, `Revoke ${name}`), dialog(page, `Revoke “${name}”?`));
  await open(page, button(page, "New key"), dialog(page, "New API key"));
  await page.getByLabel("Name").fill("Newsletter");
  await open(page, button(page, "Create key"), dialog(page, "Copy your key now"));
});

test("everybody can use the menu of a pipeline and the lists of the overview", async ({ page }) => {
  await page.goto("/settings/pipeline");
  await peek(page, button(page, "Options of Leads"), menu(page));
  await page.goto("/");
  await peek(page, button(page, /^Owner: /), list(page));
});
