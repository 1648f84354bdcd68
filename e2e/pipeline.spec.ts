import type { Page } from "@playwright/test";
import {
  addLeads,
  card,
  column,
  drag,
  expectColumn,
  hold,
  holdOver,
  moveByApi,
  openBoard,
  ownWord,
  toast,
  toastButton,
} from "./fixtures/board";
import { chooseFile } from "./fixtures/choose-file";
import { expect, expectAccessible, screenshot, test } from "./fixtures/test";

test("cards are dragged between columns and within them, and stay where they were put", async ({ page }) => {
  const word = ownWord();
  const [a, b, c] = [`${word} a`, `${word} b`, `${word} c`];
  await addLeads(page, "Contact", [a, b, c]);
  await openBoard(page, `?search=${word}`);
  await expectColumn(page, "Contact", [a, b, c]);
  await drag(page, card(page, c), card(page, a), "top");
  await expectColumn(page, "Contact", [c, a, b]);
  await drag(page, card(page, a), column(page, "Prospect"));
  await expectColumn(page, "Contact", [c, b]);
  await drag(page, card(page, b), card(page, a), "bottom");
  await expectColumn(page, "Prospect", [a, b]);
  await expect(toast(page, `${b} moved to Prospect`)).toBeVisible();
  await page.reload();
  await expectColumn(page, "Contact", [c]);
  await expectColumn(page, "Prospect", [a, b]);
});

test("the keyboard alone lifts, moves, drops and cancels, and each step is said", async ({ page }) => {
  const word = ownWord();
  const [a, b, c] = [`${word} a`, `${word} b`, `${word} c`];
  await addLeads(page, "Contact", [a, b]);
  await addLeads(page, "Prospect", [c]);
  await openBoard(page, `?search=${word}`);
  await expectColumn(page, "Contact", [a, b]);
  await expect(async () => {
    // From nothing it goes to the first card, and from there nowhere.
    await page.keyboard.press("k");
    await expect(page.getByRole("link", { name: a })).toBeFocused({ timeout: 1000 });
  }).toPass();
  const said = page.getByRole("status");
  await page.keyboard.press("Space");
  await expect(said.filter({ hasText: `${a} lifted. Contact, 1 of 2.` })).toBeAttached();
  await page.keyboard.press("ArrowDown");
  await expectColumn(page, "Contact", [b, a]);
  await page.keyboard.press("Escape");
  await expect(said.filter({ hasText: `${a} is back where it was` })).toBeAttached();
  await expectColumn(page, "Contact", [a, b]);

  await expect(page.getByRole("link", { name: a })).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(said.filter({ hasText: "Prospect, 1 of 2" })).toBeAttached();
  await page.keyboard.press("ArrowDown");
  await expect(said.filter({ hasText: "Prospect, 2 of 2" })).toBeAttached();
  await expect(page.getByRole("link", { name: a })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(said.filter({ hasText: `${a} dropped in Prospect, place 2.` })).toBeAttached();
  await expect(toast(page, `${a} moved to Prospect`)).toBeVisible();
  await page.reload();
  await expectColumn(page, "Prospect", [c, a]);
});

test("several selected cards move together, and one key takes it back", async ({ page }) => {
  const word = ownWord();
  const [a, b, c] = [`${word} a`, `${word} b`, `${word} c`];
  await addLeads(page, "Contact", [a, b, c]);
  await openBoard(page, `?search=${word}`);
  await expectColumn(page, "Contact", [a, b, c]);
  await card(page, a).hover();
  await page.getByRole("checkbox", { name: `Select ${a}` }).check();
  await card(page, c).hover();
  await page.getByRole("checkbox", { name: `Select ${c}` }).check();
  await expect(page.getByText("2 selected")).toBeVisible();
  await drag(page, card(page, c), column(page, "Potential"));
  await expectColumn(page, "Potential", [a, c]);
  await expectColumn(page, "Contact", [b]);
  await expect(toast(page, "2 leads moved to Potential")).toBeVisible();
  await page.keyboard.press("z");
  await expectColumn(page, "Contact", [a, b, c]);
  await page.reload();
  await expectColumn(page, "Contact", [a, b, c]);
});

test("selected cards are moved and assigned from the bar, by mouse and by keys", async ({ page, location }) => {
  const word = ownWord();
  const [a, b, c] = [`${word} a`, `${word} b`, `${word} c`];
  await addLeads(page, "Contact", [a, b, c]);
  await openBoard(page, `?search=${word}`);
  await expectColumn(page, "Contact", [a, b, c]);
  const bar = page.getByRole("region", { name: "Selected leads" });
  await page.getByRole("link", { name: a }).focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(bar.getByText("2 selected")).toBeVisible();
  await bar.getByRole("button", { name: "Move to…" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Prospect" }).press("Enter");
  await expectColumn(page, "Prospect", [a, b]);
  await expect(toast(page, "2 leads moved to Prospect")).toBeVisible();
  await page.keyboard.press("z");
  await expectColumn(page, "Contact", [a, b, c]);
  await expectColumn(page, "Prospect", []);

  for (const name of [b, c]) {
    await card(page, name).hover();
    await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  }
  await bar.getByRole("button", { name: "Assign" }).click();
  await page.getByRole("button", { name: location.user("rep").name, exact: true }).click();
  await expect(bar).toBeHidden();
  for (const name of [b, c])
    await expect(card(page, name).getByText(`Owner: ${location.user("rep").name}`)).toBeAttached();
});

test("the board and the table have the same filters, there and back", async ({ page }) => {
  const word = ownWord();
  const [a, b] = [`${word} a`, `${word} b`];
  await addLeads(page, "Contact", [a]);
  await addLeads(page, "Prospect", [b]);
  await openBoard(page, `?search=${word}`);
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("dialog", { name: "Filter" }).getByRole("button", { name: "Stage", exact: true }).click();
  await page.getByRole("dialog", { name: "Filter" }).getByText("Prospect · Leads", { exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Change filter: Stage is Prospect · Leads" })).toBeVisible();
  await expectColumn(page, "Prospect", [b]);
  await expectColumn(page, "Contact", []);

  await page.getByRole("link", { name: "Table", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Leads" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Change filter: Stage is Prospect · Leads" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: b })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: a })).toBeHidden();
  await page.getByRole("link", { name: "Board", exact: true }).click();
  await expectColumn(page, "Prospect", [b]);
  await expect(page.getByRole("button", { name: /^Change filter/ })).toHaveCount(1);
  await page.getByRole("button", { name: /^Remove filter: Stage/ }).click();
  await expectColumn(page, "Contact", [a]);
});

test("the panel goes from card to card, and cards show what one wants to see", async ({ page }) => {
  const word = ownWord();
  const [a, b, c] = [`${word} a`, `${word} b`, `${word} c`];
  await addLeads(page, "Contact", [a, b]);
  await addLeads(page, "Prospect", [c]);
  await openBoard(page, `?search=${word}`);
  await page.getByRole("link", { name: a }).click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("heading", { name: a })).toBeVisible();
  for (const name of [b, c]) {
    await panel.getByRole("button", { name: "Next lead" }).click();
    await expect(panel.getByRole("heading", { name })).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();

  await expect(card(page, a).getByText("In this stage")).toBeAttached();
  await page.getByRole("button", { name: "On cards" }).click();
  await page.getByRole("checkbox", { name: "Days in stage" }).uncheck();
  await expect(card(page, a).getByText("In this stage")).not.toBeAttached();
  await expectAccessible(page);
});

test("what somebody else moves is seen at once, but not under a card in the hand", async ({ page, elsewhere }) => {
  const word = ownWord();
  const [a, b] = [`${word} a`, `${word} b`];
  await addLeads(page, "Contact", [a, b]);
  await openBoard(page, `?search=${word}`);
  await expectColumn(page, "Contact", [a, b]);
  const screen = await elsewhere("manager");
  await openBoard(screen, `?search=${word}`);
  await expectColumn(screen, "Contact", [a, b]);
  await drag(page, card(page, a), column(page, "Prospect"));
  await expectColumn(screen, "Prospect", [a]);
  await expectColumn(screen, "Contact", [b]);

  // While one holds a card, the other's move waits.
  await hold(screen, card(screen, b), column(screen, "Potential"));
  await expect(screen.getByRole("group", { name: "Close or archive" })).toBeVisible();
  await drag(page, card(page, a), column(page, "Contact"));
  await expect(toast(page, `${a} moved to Contact`)).toBeVisible();
  await expectColumn(screen, "Prospect", [a]);
  await screen.mouse.up();
  await expectColumn(screen, "Potential", [b]);
  await expectColumn(screen, "Contact", [a]);
});

test("a stale move is refused, says who was faster, and can be made all the same", async ({ page, elsewhere }) => {
  const word = ownWord();
  const [lead] = await addLeads(page, "Contact", [`${word} a`]);
  if (!lead) throw new Error("There is no lead.");
  // This screen hears nothing of what others do.
  await page.route("**/api/app/live*", (route) => route.abort());
  await openBoard(page, `?search=${word}`);
  await expectColumn(page, "Contact", [lead.name]);
  const screen = await elsewhere("manager");
  await moveByApi(screen, lead, "Tentative");
  await drag(page, card(page, lead.name), column(page, "Prospect"));
  await expect(toast(page, `${lead.name} stayed where it was`)).toBeVisible();
  await expect(toast(page, /moved the lead to Tentative meanwhile/)).toBeVisible();
  await expectColumn(page, "Tentative", [lead.name]);
  await toastButton(page, "Move anyway").click();
  await expectColumn(page, "Prospect", [lead.name]);
  // The screen shows a move before the server has it.
  await expect(toast(page, `${lead.name} moved to Prospect`)).toBeVisible();
  await page.reload();
  await expectColumn(page, "Prospect", [lead.name]);
});

test("a connection that is lost while a card is in the hand loses nothing", async ({ page, context }) => {
  const word = ownWord();
  const a = `${word} a`;
  await addLeads(page, "Contact", [a]);
  await openBoard(page, `?search=${word}`);
  await expectColumn(page, "Contact", [a]);
  await hold(page, card(page, a), column(page, "Prospect"));
  await context.setOffline(true);
  await page.mouse.up();
  await expect(toast(page, `${a} stayed where it was`)).toBeVisible();
  await expect(toast(page, /The server could not be reached/)).toBeVisible();
  await expectColumn(page, "Contact", [a]);
  await context.setOffline(false);
  await toastButton(page, "Try again").click();
  await expectColumn(page, "Prospect", [a]);
  await page.reload();
  await expectColumn(page, "Prospect", [a]);
});

test("a deal that is lost is asked why, where it was dropped; one that is won is not", async ({ page }) => {
  const word = ownWord();
  const [a, b] = [`${word} a`, `${word} b`];
  await addLeads(page, "Contact", [a, b]);
  await openBoard(page, `?search=${word}`);
  await expectColumn(page, "Contact", [a, b]);
  const outcome = (name: string) => page.locator(`[data-outcome="${name}"]`);
  await hold(page, card(page, a), column(page, "Prospect"));
  await holdOver(page, outcome("lost"));
  await expect(outcome("lost")).toHaveAttribute("data-over", "true");
  await page.mouse.up();
  const dialog = page.getByRole("dialog", { name: `Why was ${a} lost?` });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, "pipeline-lost");
  await page.keyboard.press("1");
  await expect(dialog).toBeHidden();
  await expectColumn(page, "Contact", [b]);
  await expect(toast(page, `${a} lost`)).toBeVisible();

  await page.getByRole("link", { name: b }).focus();
  await page.keyboard.press("m");
  await page.getByRole("menuitem", { name: "Won" }).click();
  await expect(toast(page, `${b} won`)).toBeVisible();
  await openBoard(page, `?search=${word}&status=all`);
  await expectColumn(page, "Contact", [a, b]);
  await openBoard(page, `?search=${word}&status=won`);
  await expectColumn(page, "Contact", [b]);
});

test("leads are added at a column's foot, one after the other", async ({ page }) => {
  const word = ownWord();
  await addLeads(page, "Contact", [`${word} a`]);
  await openBoard(page, `?search=${word}`);
  await page.getByRole("button", { name: "Add lead to Potential" }).click();
  const line = page.getByRole("textbox", { name: "Add lead to Potential" });
  await line.fill(`${word} b`);
  await line.press("Enter");
  await expectColumn(page, "Potential", [`${word} b`]);
  await expect(line).toBeFocused();
  await expect(line).toHaveValue("");
  // This column stands where toasts do: what was done is told above the line, not over it.
  await expect(toast(page, `${word} b added`)).toBeVisible();
  const isInSight = await line.evaluate((field) => {
    const { x, y, width, height } = field.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === field;
  });
  expect(isInSight).toBe(true);
  await line.fill(`${word} c`);
  await line.press("Enter");
  await expectColumn(page, "Potential", [`${word} c`, `${word} b`]);
  await line.press("Escape");
  await expect(line).toBeHidden();
});

/** Imports deals as a file has them: a line each, with what its columns are. */
async function importDeals(page: Page, lines: string[]): Promise<void> {
  const file = ["Lead,Email,Stage,Value,Currency", ...lines].join("\n");
  await chooseFile(page, { name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Check rows" }).click();
  await page.getByRole("button", { name: `Import ${lines.length} rows` }).click();
  await expect(page.getByRole("heading", { name: `${lines.length} rows were imported` })).toBeVisible();
}

test("a column says what is in it, and what of that is expected, in each currency", async ({ page }) => {
  const word = ownWord();
  await importDeals(page, [
    `${word} a,a@${word}.example,Prospect,1000,USD`,
    `${word} b,b@${word}.example,Prospect,2000,EUR`,
  ]);
  await openBoard(page, `?search=${word}`);
  const head = column(page, "Prospect").getByRole("paragraph");
  await expect(head.filter({ hasText: "weighted" })).toHaveText(["$1,000$150 weighted", "€2,000€300 weighted"]);
});

test("who lifts a card hears of all cards of a column, also of those that are not loaded", async ({ page }) => {
  const word = ownWord();
  const deals = Array.from({ length: 120 }, (_, place) => `${word} ${place},${place}@${word}.example,Prospect,,`);
  await importDeals(page, deals);
  await openBoard(page, `?search=${word}`);
  await column(page, "Prospect").getByRole("link").first().focus();
  await page.keyboard.press("Space");
  const said = page.getByRole("status");
  await expect(said.filter({ hasText: "lifted. Prospect, 1 of 120." })).toBeAttached();
  await page.keyboard.press("ArrowRight");
  await expect(said.filter({ hasText: "Potential, 1 of 1" })).toBeAttached();
  await page.keyboard.press("Escape");
});

test("a narrow screen shows one column at a time, and moves by the menu", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const word = ownWord();
  const a = `${word} a`;
  await addLeads(page, "Contact", [a]);
  await openBoard(page, `?search=${word}`);
  await expectColumn(page, "Contact", [a]);
  await expect(column(page, "Prospect")).toBeHidden();
  await page.getByRole("link", { name: a }).focus();
  await page.getByRole("button", { name: `Actions for ${a}` }).click();
  await page.getByRole("menuitem", { name: "Prospect" }).click();
  await page.getByRole("button", { name: "Next stage" }).click();
  await expectColumn(page, "Prospect", [a]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await expectAccessible(page);
  await screenshot(page, "pipeline-narrow");
});

test("everybody can use the board; columns close and open, and the table has the same leads", async ({ page }) => {
  await addLeads(page, "Contact", [ownWord()]);
  await addLeads(page, "Prospect", [ownWord()]);
  await openBoard(page, "");
  await expect(column(page, "Contact").getByRole("listitem").first()).toBeVisible();
  await screenshot(page, "pipeline");
  await page.getByRole("button", { name: "Collapse Prospect" }).click();
  await expect(page.getByRole("button", { name: /^Expand.*Prospect$/ })).toBeVisible();
  await expectAccessible(page);
  await openBoard(page, "");
  await page.getByRole("button", { name: /^Expand.*Prospect$/ }).click();
  await expect(column(page, "Prospect").getByRole("listitem").first()).toBeVisible();
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await expect(page).toHaveURL(/\/leads\?.*pipeline/);
});

test("an administrator says why deals are lost, and the board asks so", async ({ page }) => {
  const reason = ownWord();
  await page.goto("/settings/pipeline");
  await expect(async () => {
    await page.getByRole("button", { name: "Add reason" }).click();
    await expect(page.getByRole("textbox").last()).toHaveValue("", { timeout: 1000 });
  }).toPass();
  await page.getByRole("textbox").last().fill(reason);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(toast(page, "Pipeline settings saved")).toBeVisible();
  await expectAccessible(page);
  await addLeads(page, "Contact", [`${reason} a`]);
  await openBoard(page, `?search=${reason}`);
  await page.getByRole("link", { name: `${reason} a` }).focus();
  await page.keyboard.press("m");
  await page.getByRole("menuitem", { name: "Lost" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: reason })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.goto("/settings/pipeline");
  await expect(async () => {
    await page.getByRole("button", { name: `Remove ${reason}` }).click();
    await expect(page.getByRole("button", { name: `Remove ${reason}` })).toBeHidden({ timeout: 1000 });
  }).toPass();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(toast(page, "Pipeline settings saved")).toBeVisible();
});

test("an administrator adds a stage with days of its own, puts it first by keys, and deletes it into another one", async ({
  page,
}) => {
  const stage = ownWord();
  await page.goto("/settings/pipeline");
  const stages = page.getByRole("list", { name: "Stages of Heat pumps" });
  await expect(async () => {
    await page.getByRole("button", { name: /^Heat pumps/ }).click();
    await expect(stages).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.getByRole("button", { name: "Add stage" }).click();
  const row = stages.getByRole("listitem").last();
  await row.getByRole("textbox", { name: "Name of the stage" }).fill(stage);
  await row.getByLabel(/^Days after which .* when empty$/).fill("3");
  const up = page.getByRole("button", { name: `Move ${stage} up` });
  await up.focus();
  const count = await stages.getByRole("listitem").count();
  for (let place = count - 1; place > 0; place -= 1) {
    await page.keyboard.press("Enter");
    const moved = stages.getByRole("listitem").nth(place - 1);
    await expect(moved.getByRole("textbox", { name: "Name of the stage" })).toHaveValue(stage);
    await expect(moved.locator("[data-move]:focus")).toBeAttached();
  }
  await page.getByRole("button", { name: "Save stages" }).click();
  await expect(toast(page, "Heat pumps saved")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: `Delete ${stage}` }).click();
  const dialog = page.getByRole("dialog", { name: `Delete the stage ${stage}?` });
  await dialog.getByRole("button", { name: /^Where its leads go/ }).click();
  await page.getByRole("option", { name: "Offer · Heat pumps" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Delete stage" }).click();
  await expect(toast(page, `${stage} deleted`)).toBeVisible();
  await expect(stages.getByRole("listitem")).toHaveCount(count - 1);
});
