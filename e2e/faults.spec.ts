import { addLeads, card, column, drag, expectColumn, openBoard, toast, toastButton } from "./fixtures/board";
import { expect, expectAccessible, test } from "./fixtures/test";

// What a person sees when something between them and their data fails: why, and what they typed. Lost
// connections, clashes, ended sessions and files that can not be read are in the journeys they happen in.

type Fault = { status: number; headers: Record<string, string>; says: string };

/** What a server that is not itself, or what stands before it, answers for a while. */
const passing: Fault[] = [
  { status: 429, headers: { "retry-after": "7" }, says: "Too many requests. Try again in 7 seconds." },
  { status: 500, headers: {}, says: "Something went wrong on our side." },
];
const tooLarge: Fault = { status: 413, headers: {}, says: "The body is too large." };

for (const { status, headers, says } of [...passing, tooLarge]) {
  test(`a note that is answered with ${status} stays where it was typed, and goes out later`, async ({
    page,
    location,
  }) => {
    const id = await location.addLead();
    await page.goto(`/leads/${id}`);
    const note = page.getByRole("textbox", { name: "Note" });
    await note.fill("Ring twice");
    await page.route("**/api/app/leads/*/notes", (route) => route.fulfill({ status, headers, json: { detail: says } }));
    await page.getByRole("button", { name: "Add note" }).click();
    await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
    await expect(note).toHaveValue("Ring twice");
    await expectAccessible(page);
    await page.unroute("**/api/app/leads/*/notes");
    await page.reload();
    await expect(note).toHaveValue("Ring twice");
    await page.getByRole("button", { name: "Add note" }).click();
    await expect(page.getByRole("article").filter({ hasText: "Ring twice" })).toBeVisible();
    await expect(note).toHaveValue("");
  });
}

test("a note that is too long is refused in words, and none of it is cut off", async ({ page, location }) => {
  await page.goto(`/leads/${await location.addLead()}`);
  const note = page.getByRole("textbox", { name: "Note" });
  const long = "x".repeat(20_001);
  await note.fill(long);
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Write at most 20000 characters." })).toBeVisible();
  await expect(note).toHaveValue(long);
});

for (const { status, headers, says } of passing) {
  test(`a card whose move is answered with ${status} goes back, and is moved with one press more`, async ({ page }) => {
    await addLeads(page, "Contact", ["Arbour"]);
    await openBoard(page, "?search=Arbour");
    await page.route("**/api/app/board/moves", (route) => route.fulfill({ status, headers, json: { detail: says } }));
    await drag(page, card(page, "Arbour"), column(page, "Prospect"));
    await expect(toast(page, "Arbour stayed where it was")).toBeVisible();
    await expect(toast(page, says)).toBeVisible();
    await expectColumn(page, "Contact", ["Arbour"]);
    await page.unroute("**/api/app/board/moves");
    await toastButton(page, "Try again").click();
    await expectColumn(page, "Prospect", ["Arbour"]);
  });
}
