import type { Page } from "@playwright/test";
import { pressUntilFocused } from "./fixtures/keys";
import type { OwnLocation } from "./fixtures/location";
import { expect, expectAccessible, test } from "./fixtures/test";

/** A task of a new lead, due an hour ago, for whoever signed in. Answers its path in the API and its lead's id. */
async function addOwnTask(page: Page, location: OwnLocation, title: string): Promise<{ path: string; leadId: string }> {
  const leadId = await location.addLead();
  const { members } = (await (await page.request.get("/api/app/members")).json()) as {
    members: { userId: string; username: string }[];
  };
  const assignedToId = members.find(({ username }) => username === location.user("admin").username)?.userId;
  const dueAt = new Date(Date.now() - 3_600_000).toISOString();
  const made = await page.request.post(`/api/app/leads/${leadId}/tasks`, { data: { title, assignedToId, dueAt } });
  expect(made.status(), await made.text()).toBe(201);
  return { path: `/api/app/tasks/${((await made.json()) as { id: string }).id}`, leadId };
}

const box = (page: Page, title: string) => page.getByRole("checkbox", { name: `Complete “${title}”` });

test("a task is ticked off with the keyboard, and is back after Undo", async ({ page, location }) => {
  const title = "Call back";
  await addOwnTask(page, location, title);

  await page.goto("/tasks");
  const overdue = page.getByRole("region", { name: "Overdue" });
  await expect(overdue.getByText(title)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: `Complete “${title}”` }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("Task completed").first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `Complete “${title}”` })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(overdue.getByText(title)).toBeVisible();

  await page.getByRole("checkbox", { name: `Complete “${title}”` }).click();
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await expect(page.getByRole("checkbox", { name: `Open “${title}” again` })).toBeChecked();
});

test("a task is renamed and put off where it stands with the keyboard, and each is taken back by one key", async ({
  page,
  location,
}) => {
  await addOwnTask(page, location, "Call back");
  await page.goto("/tasks");
  await pressUntilFocused(page, "j", box(page, "Call back"));
  await page.keyboard.press("e");
  const field = page.getByRole("textbox", { name: "What is to be done" });
  await field.fill("");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Say what is to be done.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(box(page, "Call back")).toBeFocused();
  await page.keyboard.press("F2");
  await field.fill("Ring the bell");
  await page.keyboard.press("Enter");
  await expect(box(page, "Ring the bell")).toBeFocused();
  await expect(page.getByText("Task changed", { exact: true }).first()).toBeVisible();
  await page.keyboard.press("z");
  await expect(box(page, "Call back")).toBeVisible();

  await box(page, "Call back").focus();
  await page.keyboard.press("d");
  const plan = page.getByRole("dialog", { name: "When and for whom: Call back" });
  await expect(plan.getByLabel("Due")).toBeFocused();
  await expectAccessible(page);
  await plan.getByRole("button", { name: "Tomorrow" }).press("Enter");
  const tomorrow = page.getByRole("region", { name: "Tomorrow" });
  await expect(tomorrow.getByText("Call back")).toBeVisible();
  // The keyboard went with it.
  await expect(box(page, "Call back")).toBeFocused();
  await expect(page.getByText("Task changed", { exact: true }).first()).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByRole("region", { name: "Overdue" }).getByText("Call back")).toBeVisible();

  await box(page, "Call back").focus();
  await page.keyboard.press("d");
  await plan.getByLabel("Repeats").selectOption("Every week");
  await plan.getByLabel("Assigned to").selectOption("Nobody yet");
  await plan.getByRole("button", { name: "Save" }).click();
  // It is not one's own any more.
  await expect(box(page, "Call back")).toHaveCount(0);
  await page.getByRole("button", { name: "Nobody's" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Call back" })).toContainText("Every week");
});

test("a task that two people change keeps both values until one is chosen, and goes back when it is refused", async ({
  page,
  elsewhere,
  location,
}) => {
  const { path, leadId } = await addOwnTask(page, location, "Call back");
  const colleague = await elsewhere("admin");
  await page.goto(`/leads/${leadId}`);
  const field = page.getByRole("textbox", { name: "What is to be done" }).last();
  await page.getByRole("button", { name: /^Call back.*Edit the title$/ }).click();
  await field.fill("Ring the bell");
  expect((await colleague.request.patch(path, { data: { title: "Write to them" } })).status()).toBe(200);
  await field.press("Enter");
  const clash = page.getByRole("dialog", { name: "Somebody else changed this meanwhile" });
  await expect(clash.getByText("Write to them")).toBeVisible();
  await clash.getByRole("radio", { name: "Yours: Ring the bell" }).click();
  await clash.getByRole("button", { name: "Save what is chosen" }).click();
  await expect(page.getByRole("checkbox", { name: "Complete Ring the bell" })).toBeVisible();
  await expect(page.getByText("Task changed", { exact: true }).first()).toBeVisible();

  await page.route(`**${path}`, (route) => route.fulfill({ status: 500, json: { detail: "Not today." } }));
  await page.getByRole("button", { name: /^Ring the bell.*Edit the title$/ }).click();
  await field.fill("Knock");
  await field.press("Enter");
  await expect(page.getByText("Not today.").first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Complete Ring the bell" })).toBeVisible();
});

test("a task is added from the list of tasks, for a lead that is looked for, and is one's own", async ({
  page,
  location,
}) => {
  await location.addLead({ first_name: "Zelda", last_name: "Quimby", lead_name: "Zelda's orchard" });
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Add task" }).first().click();
  const palette = page.getByRole("dialog", { name: "Add a task" });
  await palette.getByRole("combobox").fill("orchard");
  await palette.getByRole("option", { name: /Zelda's orchard/ }).click();
  const panel = page.getByRole("dialog", { name: "Lead: Zelda's orchard" });
  await panel.getByLabel("What is to be done").fill("Count the trees");
  await panel.getByRole("button", { name: "Tomorrow" }).click();
  await expect(panel.getByLabel("Due")).toHaveValue(/T09:00$/);
  await panel.getByRole("button", { name: "Add task", exact: true }).click();
  await expect(page.getByText("Task added").first()).toBeVisible();
  await page.goto("/tasks");
  await expect(page.getByRole("region", { name: "Tomorrow" }).getByText("Count the trees")).toBeVisible();
});

test("a heading counts what stands below it, and says when there is more to fetch", async ({ page, location }) => {
  const leadId = await location.addLead();
  const dueAt = new Date(Date.now() + 400 * 86_400_000).toISOString();
  const titles = Array.from({ length: 101 }, (_, place) => `Prune tree ${place}`);
  await Promise.all(
    titles.map((title) => page.request.post(`/api/app/leads/${leadId}/tasks`, { data: { title, dueAt } })),
  );
  await page.goto("/tasks?of=nobody");
  const later = page.getByRole("region", { name: "Later" });
  const heading = later.getByRole("heading");
  await expect(heading).toHaveText("Later50+");
  const more = page.getByRole("button", { name: "Show more" });
  // Until the page has come to life a click does nothing.
  await expect(async () => {
    if ((await heading.textContent()) === "Later50+") await more.click();
    await expect(heading).toHaveText("Later100+", { timeout: 5000 });
  }).toPass();
  await more.click();
  await expect(heading).toHaveText("Later101");
  await expect(more).toHaveCount(0);
});
