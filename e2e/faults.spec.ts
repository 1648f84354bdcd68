import type { Page } from "@playwright/test";
import { addLeads, card, column, drag, expectColumn, openBoard, toast, toastButton } from "./fixtures/board";
import { startOwnServer } from "./fixtures/own-server";
import { expect, expectAccessible, test } from "./fixtures/test";

// What a person sees when something between them and their data fails: why, and what they typed. Lost
// connections, clashes, ended sessions and files that can not be read are in the journeys they happen in.

/** What a server that is not itself answers: ours is not brought to it by anything that a test could do. */
const failure = { status: 500, json: { detail: "Something went wrong on our side." } };

test("a note that is answered with 500 stays where it was typed, and goes out later", async ({ page, location }) => {
  const id = await location.addLead();
  await page.goto(`/leads/${id}`);
  const note = page.getByRole("textbox", { name: "Note" });
  await note.fill("Ring twice");
  await page.route("**/api/app/leads/*/notes", (route) => route.fulfill(failure));
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByRole("alert").filter({ hasText: failure.json.detail })).toBeVisible();
  await expect(note).toHaveValue("Ring twice");
  await expectAccessible(page);
  await page.unroute("**/api/app/leads/*/notes");
  await page.reload();
  await expect(note).toHaveValue("Ring twice");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByRole("article").filter({ hasText: "Ring twice" })).toBeVisible();
  await expect(note).toHaveValue("");
});

test("a task is ticked off after signing in again, and is back with the reason when the connection is lost", async ({
  page,
  context,
  location,
}) => {
  const leadId = await location.addLead();
  for (const title of ["Call", "Write"]) await page.request.post(`/api/app/leads/${leadId}/tasks`, { data: { title } });
  await page.goto("/tasks?of=nobody");
  const tick = (title: string) => page.getByRole("checkbox", { name: `Complete “${title}”` });
  await expect(tick("Call")).toBeVisible();
  await context.clearCookies();
  await tick("Call").click();
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await dialog.getByLabel("Password").fill(location.user("admin").password);
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(toast(page, "Task completed")).toBeVisible();

  await context.setOffline(true);
  await tick("Write").click();
  await expect(toast(page, "“Write” could not be changed")).toBeVisible();
  await expect(toast(page, /The server could not be reached/)).toBeVisible();
  await expect(tick("Write")).toBeVisible();
  await context.setOffline(false);
  await tick("Write").click();
  await expect(tick("Write")).toHaveCount(0);
});

test("what is opened without a connection says so, and loads by itself when there is one", async ({
  page,
  context,
  location,
}) => {
  for (const name of ["North orchard", "South orchard"]) await location.addLead({ lead_name: name });
  // All of the page is there with its live updates.
  const live = page.waitForRequest(/\/api\/app\/live/);
  await page.goto("/tasks");
  await live;
  await context.setOffline(true);
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await expect(page.getByText("You are offline")).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(page.getByText("Nothing done yet")).toBeVisible();

  await page.goto("/leads?view=all&search=orchard");
  // The code of the panel comes with the first one.
  const panel = page.getByRole("dialog", { name: /^Lead/ });
  await page.getByRole("link", { name: "North orchard" }).click();
  await expect(panel.getByRole("heading", { name: "Timeline" })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("link", { name: "South orchard" }).click();
  await expect(panel.getByText("You are offline")).toBeVisible();
  await context.setOffline(false);
  await expect(panel.getByRole("heading", { name: "Timeline" })).toBeVisible();
});

test("a card whose move is answered with 500 goes back, and is moved with one press more", async ({ page }) => {
  await addLeads(page, "Contact", ["Arbour"]);
  await openBoard(page, "?search=Arbour");
  await page.route("**/api/app/board/moves", (route) => route.fulfill(failure));
  await drag(page, card(page, "Arbour"), column(page, "Prospect"));
  await expect(toast(page, "Arbour stayed where it was")).toBeVisible();
  await expect(toast(page, failure.json.detail)).toBeVisible();
  await expectColumn(page, "Contact", ["Arbour"]);
  await page.unroute("**/api/app/board/moves");
  await toastButton(page, "Try again").click();
  await expectColumn(page, "Prospect", ["Arbour"]);
});

test("a note that is too long is refused in words, and none of it is cut off", async ({ page, location }) => {
  await page.goto(`/leads/${await location.addLead()}`);
  await expectRefused(page, "x".repeat(20_001), "Write at most 20000 characters.");
});

/** Writes a note that the server does not take, and sees it say why; what was written stays. */
async function expectRefused(page: Page, text: string, why: string | RegExp): Promise<void> {
  const note = page.getByRole("textbox", { name: "Note" });
  await note.fill(text);
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByRole("alert").filter({ hasText: why })).toBeVisible({ timeout: 10_000 });
  await expect(note).toHaveValue(text);
}

/** Asks on behalf of the page's person until the server has had enough of them. */
async function askTooOften({ request }: Page): Promise<void> {
  await expect(async () => {
    const asked = Array.from({ length: 60 }, () => request.get("/api/app/profile"));
    const statuses = (await Promise.all(asked)).map((answer) => answer.status());
    expect(statuses).toContain(429);
  }).toPass();
}

test("a server that is asked too often, or for too much, says so: a note stays and goes out later, a card goes back", async ({
  browser,
}) => {
  // It starts a server with data of its own.
  test.setTimeout(480_000);
  const server = await startOwnServer("limited", { RATE_LIMIT_BURST: "150", BODY_LIMIT_BYTES: "4096" });
  const context = await server.signedIn(browser);
  try {
    const page = await context.newPage();
    const often = /Too many requests\. Try again in \d+ s\./;
    const [lead] = await addLeads(page, "Contact", ["Arbour"]);
    await page.goto(`/leads/${lead?.id ?? ""}`);
    await expectRefused(page, "x".repeat(5000), "The body is too large. Send at most 4096 bytes.");
    // Between the asking and the press the server may have begun to count anew: then the note went out.
    await expect(async () => {
      await askTooOften(page);
      await expectRefused(page, "Ring twice", often);
    }).toPass();
    const note = page.getByRole("textbox", { name: "Note" });
    await expect(async () => {
      if ((await note.inputValue()) !== "") await page.getByRole("button", { name: "Add note" }).click();
      await expect(note).toHaveValue("", { timeout: 1000 });
    }).toPass();
    await expect(page.getByRole("article").filter({ hasText: "Ring twice" }).first()).toBeVisible();

    await openBoard(page, "?search=Arbour");
    await expect(async () => {
      const isMoved = await column(page, "Prospect").locator("[data-card]").isVisible();
      await askTooOften(page);
      await drag(page, card(page, "Arbour"), column(page, isMoved ? "Contact" : "Prospect"));
      await expect(toast(page, "Arbour stayed where it was")).toBeVisible({ timeout: 5000 });
    }).toPass();
    await expect(toast(page, often)).toBeVisible();
  } finally {
    await context.close();
    await server.stop();
  }
});
