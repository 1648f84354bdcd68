import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures/test";

const ofLeads = (page: Page) => page.getByRole("region", { name: "Fields of leads" });

/** Adds a field of leads, as somebody with a keyboard does. */
async function add(page: Page, name: string, choose: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>) {
  await page.getByRole("button", { name: "Add field of leads" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "New field of leads" });
  await dialog.getByLabel("Name").fill(name);
  await choose(dialog);
  await dialog.getByRole("button", { name: "Add field" }).press("Enter");
  await expect(page.getByText(`${name} added`).first()).toBeVisible();
  await expect(ofLeads(page).getByRole("button", { name: new RegExp(`^${name}`) })).toBeVisible();
}

const chooseFrom = async (page: Page, scope: ReturnType<Page["getByRole"]>, control: RegExp, option: string) => {
  await scope.getByRole("button", { name: control }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
};

/** The fields and folders of leads from top to bottom. */
const order = async (page: Page) => {
  const rows = await ofLeads(page).getByRole("listitem").allInnerTexts();
  return rows.map((text) => text.split("\n")[0]?.trim());
};

test("a field is added, filled in on a lead, edited, deleted with its values, and brought back", async ({
  page,
  location,
}) => {
  const lead = await location.addLead({ lead_name: "Cloister" });
  await page.goto("/settings/fields");
  await add(page, "Roof colour", async (dialog) => {
    await chooseFrom(page, dialog, /^Type:/, "One of a list");
    await dialog.getByLabel("Options").fill("Red\nBlue\nRed");
    await dialog.getByRole("button", { name: "Add field" }).click();
    await expect(dialog.getByText("Name each option once.")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel("Options").fill("Red\nBlue");
    await chooseFrom(page, dialog, /^Folder:/, "New folder…");
    await dialog.getByLabel("Name of the folder").fill("Surface");
  });
  const row = ofLeads(page).getByRole("listitem").filter({ hasText: "Roof colour" });
  await expect(row.getByRole("button", { name: "Copy the key roof_colour" })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/leads/${lead}`);
  const facts = page.getByRole("region", { name: "Surface" });
  await expect(facts.getByText("Roof colour", { exact: true })).toBeVisible();

  await page.goto("/settings/fields");
  await page.getByRole("button", { name: /^Roof colour/ }).click();
  const dialog = page.getByRole("dialog", { name: "Field Roof colour" });
  await dialog.getByLabel("Name").fill("Colour of the roof");
  await dialog.getByLabel("Options").fill("Blue\nGreen\nRed");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: /^Colour of the roof/ })).toContainText("Blue, Green, Red");

  await page.getByRole("button", { name: "Delete Colour of the roof" }).click();
  const question = page.getByRole("dialog", { name: "Delete the field Colour of the roof?" });
  await expect(question.getByText("No lead has a value of it.")).toBeVisible();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Delete field" }).click();
  await expect(page.getByRole("button", { name: /^Colour of the roof/ })).toHaveCount(0);
  // That it was saved is said as well, and can be undone.
  const deleted = page.getByRole("dialog", { name: "Colour of the roof deleted" });
  await deleted.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: /^Colour of the roof/ })).toBeVisible();
});

test("fields and folders are put in order by keyboard and by dragging, and a folder is renamed", async ({ page }) => {
  await page.goto("/settings/fields");
  await add(page, "Alpha", () => Promise.resolve());
  const before = await order(page);
  for (const name of ["Beta", "Gamma"])
    await add(page, name, async (dialog) => {
      const isThere = name === "Gamma";
      await chooseFrom(page, dialog, /^Folder:/, isThere ? "Greek" : "New folder…");
      if (!isThere) await dialog.getByLabel("Name of the folder").fill("Greek");
    });
  await expect.poll(() => order(page)).toEqual([...before, "Greek", "Beta", "Gamma"]);

  const up = page.getByRole("button", { name: "Move Gamma up" });
  await up.press("Enter");
  await expect.poll(() => order(page)).toEqual([...before, "Greek", "Gamma", "Beta"]);
  await expect(up).toBeFocused();
  await expect(page.getByText("Gamma moved").first()).toBeVisible();

  const handle = ofLeads(page).getByRole("listitem").filter({ hasText: "Beta" }).getByTitle("Drag Beta elsewhere");
  await handle.dragTo(page.getByRole("button", { name: /^Gamma/ }), { targetPosition: { x: 40, y: 4 } });
  await expect.poll(() => order(page)).toEqual([...before, "Greek", "Beta", "Gamma"]);

  await page.getByRole("button", { name: "Options of the folder Greek" }).click();
  await page.getByRole("menuitem", { name: "Rename folder" }).click();
  const dialog = page.getByRole("dialog", { name: "Rename the folder Greek" });
  await dialog.getByLabel("Name of the folder").fill("Letters");
  await dialog.getByRole("button", { name: "Rename folder" }).click();
  await expect.poll(() => order(page)).toEqual([...before, "Letters", "Beta", "Gamma"]);
  await page.getByRole("button", { name: "Options of the folder Letters" }).click();
  await page.getByRole("menuitem", { name: "Delete folder, keep its fields" }).click();
  await expect(page.getByRole("heading", { name: "Letters", exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Beta/ })).toBeVisible();
});

test.describe("for a manager", () => {
  test.use({ role: "manager" });

  test("the page says whom to ask", async ({ page }) => {
    await page.goto("/settings/fields");
    await expect(page.getByText("Only administrators see this")).toBeVisible();
  });
});

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });

    test("everything of a field is in reach", async ({ page }) => {
      await page.goto("/settings/fields");
      await add(page, "Roof area", () => Promise.resolve());
      await expect(page.getByRole("button", { name: "Delete Roof area" })).toBeInViewport();
      const isWider = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(await isWider()).toBe(false);
      await page.evaluate(() => window.scrollTo(0, 0));
      await expectAccessible(page);
    });
  });
