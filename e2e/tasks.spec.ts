import { expect, expectAccessible, test } from "./fixtures/test";

test("a task is ticked off with the keyboard, and is back after Undo", async ({ page, location }) => {
  const title = "Call back";
  const leadId = await location.addLead();
  const me = (await (await page.request.get("/api/app/members")).json()) as {
    members: { userId: string; username: string }[];
  };
  const assignedToId = me.members.find(({ username }) => username === location.user("admin").username)?.userId;
  const made = await page.request.post(`/api/app/leads/${leadId}/tasks`, {
    data: { title, assignedToId, dueAt: new Date(Date.now() - 3_600_000).toISOString() },
  });
  expect(made.status()).toBe(201);

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
