import { addLeads, column, openBoard, toast } from "./fixtures/board";
import { expect, expectAccessible, screenshot, test } from "./fixtures/test";

test("what the board shows is saved as a view, for oneself or the team, changed, begun with and deleted", async ({
  page,
  elsewhere,
}) => {
  await openBoard(page, "");
  const tabs = page.getByRole("navigation", { name: "Views" });
  await expect(tabs.getByRole("button", { name: "All leads" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("button", { name: /^Show: / }).click();
  await page.getByRole("option", { name: "All", exact: true }).click();
  await page.getByRole("button", { name: "On cards" }).click();
  await page.getByRole("checkbox", { name: "Tags" }).uncheck();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save view" });
  await dialog.getByLabel("Name").fill("Everything");
  await dialog.getByLabel("Everybody in this location sees it").check();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(toast(page, "View “Everything” saved")).toBeVisible();
  await expect(tabs.getByRole("button", { name: "Everything" })).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/\/pipeline\?view=\w{20}$/);
  await expect(page.getByRole("button", { name: "Reset" })).toHaveCount(0);
  await screenshot(page, "board-views");

  // Of the team, and with what it was saved with; the table has views of its own.
  const other = await elsewhere("rep");
  await openBoard(other, "?view=all");
  await other.getByRole("button", { name: "Everything" }).click();
  await expect(other.getByRole("button", { name: /^Show: All$/ })).toBeVisible();
  await other.goto("/leads?view=all");
  await expect(other.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Mine" })).toBeVisible();
  await expect(other.getByRole("button", { name: "Everything" })).toHaveCount(0);

  await page.getByRole("button", { name: "Options of the view Everything" }).click();
  const kept = page.waitForResponse(
    (answer) => answer.url().includes("/api/app/views") && answer.request().method() !== "GET",
  );
  await page.getByRole("menuitem", { name: "Begin with this view" }).click();
  await kept;
  await page.goto("/pipeline");
  await expect(tabs.getByRole("button", { name: "Everything" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("button", { name: "Options of the view Everything" }).click();
  await page.getByRole("menuitem", { name: "Delete view" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete view" }).click();
  await expect(toast(page, "View “Everything” deleted")).toBeVisible();
  await expect(tabs.getByRole("button", { name: "All leads" })).toHaveAttribute("aria-current", "page");
});

test("keys go to the cards from wherever the focus is, and come back to the card that one was at", async ({ page }) => {
  await addLeads(page, "Contact", ["Olsen family", "Moe family"]);
  await openBoard(page, "?view=all");
  const links = column(page, "Contact").getByRole("listitem").getByRole("link");
  await page.keyboard.press("j");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.getByRole("button", { name: "On cards" }).focus();
  await page.keyboard.press("k");
  await expect(links.nth(1)).toBeFocused();
  await page.getByRole("button", { name: "On cards" }).focus();
  await page.keyboard.press("x");
  await expect(links.nth(1)).toBeFocused();
  await expect(page.getByRole("region", { name: "Selected leads" })).toContainText("1 selected");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Selected leads" })).toHaveCount(0);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search the board" })).toBeFocused();
  await page.getByRole("button", { name: "On cards" }).focus();
  await page.keyboard.press("m");
  await expect(page.getByRole("menuitem", { name: "Won" })).toBeVisible();
});

test.describe("as a rep", () => {
  test.use({ role: "rep" });

  test("the board begins with what is theirs", async ({ page }) => {
    await page.goto("/pipeline");
    const tabs = page.getByRole("navigation", { name: "Views" });
    await expect(tabs.getByRole("button", { name: "Mine" })).toHaveAttribute("aria-current", "page");
    await expect(async () => {
      await tabs.getByRole("button", { name: "All leads" }).click();
      await expect(page).toHaveURL(/view=all/, { timeout: 1000 });
    }).toPass();
  });
});

test.describe("as a rep of a location without leads", () => {
  test.use({ role: "rep", leads: 0 });

  test("the board has columns to add the first lead to, also where a search finds none", async ({ page }) => {
    await page.goto("/pipeline");
    await expect(page.getByText("No leads here").first()).toBeVisible();
    await page.getByRole("searchbox", { name: "Search the board" }).fill("roof");
    await expect(page.getByText("No lead matches")).toBeVisible();
    await page.getByRole("button", { name: "New lead" }).click();
    const line = page.getByRole("textbox", { name: "Add lead to Contact" });
    await expect(line).toBeFocused();
    await line.fill("First roof");
    await line.press("Enter");
    await expect(page.getByRole("link", { name: "First roof" })).toBeVisible();
  });
});

test("a pipeline that is deleted while somebody looks at it says so, and shows the way on", async ({
  page,
  elsewhere,
}) => {
  const admin = await elsewhere("admin");
  const stage = { color: "#112233", probability: 10, stalledAfterDays: null };
  const made = await admin.request.post("/api/app/pipelines", {
    data: { name: "Renewals", stages: [{ ...stage, name: "Due" }] },
  });
  const { id }: { id: string } = await made.json();
  const board: { columns: { id: string }[] } = await (await admin.request.get("/api/app/board")).json();
  await page.goto(`/pipeline?pipeline=${id}`);
  await expect(column(page, "Due")).toBeVisible();
  await admin.request.delete(`/api/app/pipelines/${id}?target=${board.columns[0]?.id ?? ""}`);
  await expect(page.getByText("This pipeline is not there any more")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show the pipeline new leads start in" }).click();
  await expect(column(page, "Contact")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });
    test("views have room on a narrow screen", async ({ page }) => {
      await page.goto("/pipeline?view=all&status=all");
      await expect(page.getByRole("navigation", { name: "Views" })).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      await screenshot(page, `board-views-narrow-${colorScheme}`);
    });
  });
}
