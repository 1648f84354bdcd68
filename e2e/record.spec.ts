import { randomUUID } from "node:crypto";
import { pressUntilFocused, tabTo } from "./fixtures/keys";
import { expect, expectAccessible, screenshot, test } from "./fixtures/test";

test("facts are changed where they stand, by keyboard, and one key takes a change back", async ({ page, location }) => {
  const id = await location.addLead({ lead_name: "Greenhouse", city: "Ely" });
  await page.goto(`/leads/${id}`);
  const city = page.getByRole("button", { name: /^City: Ely/ });
  await city.focus();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "City" }).fill("Nowhere");
  await page.keyboard.press("Escape");
  await expect(city).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "City" }).fill("Cambridge");
  await page.keyboard.press("Enter");
  await expect(page.getByText("City changed")).toBeVisible();
  await expect(page.getByRole("button", { name: /^City: Cambridge/ })).toBeFocused();
  const timeline = page.getByRole("list", { name: "Timeline" });
  await expect(timeline.getByText("Cambridge")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("Undone: City changed")).toBeVisible();
  await expect(city).toBeVisible();
});

test("a value that does not fit says so beside the field, and nothing is lost", async ({ page, location }) => {
  const id = await location.addLead();
  await page.goto(`/leads/${id}`);
  await page.getByRole("button", { name: /^Value: / }).click();
  await page.getByRole("textbox", { name: "Value" }).fill("much");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Write an amount" })).toBeVisible();
  await page.getByRole("textbox", { name: "Value" }).fill("1250.50");
  await page.keyboard.press("Enter");
  await expect(page.getByText("$1,250.50").first()).toBeVisible();
});

test.describe("who reads German", () => {
  test.use({ locale: "de-DE" });

  test("writes amounts with a comma, and a point for a comma is said, not taken for thousands", async ({
    page,
    location,
  }) => {
    const id = await location.addLead();
    await page.goto(`/leads/${id}`);
    await page.getByRole("button", { name: /^Wert: / }).click();
    const value = page.getByRole("textbox", { name: "Wert" });
    await value.fill("12.50");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "etwa 1.250,50" })).toBeVisible();
    await value.fill("1.250,50");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1.250,50").first()).toBeVisible();
    await page.getByRole("button", { name: /^Wert: / }).click();
    await expect(value).toHaveValue("1250,50");
  });
});

test("a lead is moved on, lost with a reason, opened again and won from the head of its panel", async ({
  page,
  location,
}) => {
  const id = await location.addLead({ lead_name: "Conservatory", phone: "+1 312 555 0147" });
  await page.goto(`/leads?lead=${id}`);
  const panel = page.getByRole("dialog", { name: "Lead: Conservatory" });
  const glance = panel.getByRole("region", { name: "At a glance" });
  await expect(glance.getByRole("link", { name: /555.0147/ })).toHaveAttribute("href", /^tel:/);
  await glance.getByRole("button", { name: "Plan the next step" }).click();
  await expect(panel.getByLabel("What is to be done")).toBeFocused();
  await panel.getByRole("button", { name: /^Contact.*Move on$/ }).click();
  await page.getByRole("menuitemradio", { name: "Prospect" }).click();
  await expect(panel.getByRole("button", { name: /^Prospect.*Move on$/ })).toBeVisible();

  await panel.getByRole("button", { name: "Lost", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Price" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Price" }).click();
  await expect(page.getByText("Conservatory marked as lost").first()).toBeVisible();
  await panel.getByRole("button", { name: "Reopen" }).click();
  await panel.getByRole("button", { name: "Won", exact: true }).click();
  await expect(page.getByText("Conservatory marked as won").first()).toBeVisible();
  await expect(panel.getByRole("button", { name: "Reopen" })).toBeVisible();
  await page.keyboard.press("z");
  await expect(panel.getByRole("button", { name: "Won", exact: true })).toBeVisible();
});

test("a conversion to a client is taken back with one key, and can be done again", async ({ page, location }) => {
  // An address names one login in the whole installation.
  const id = await location.addLead({ lead_name: "Orangery", email_id: `${randomUUID()}@example.com` });
  await page.goto(`/leads/${id}`);
  const convert = async () => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Convert to client" }).click();
    const dialog = page.getByRole("dialog", { name: "Convert to a client" });
    await expect(dialog.getByText("It can be undone until the person chooses a password")).toBeVisible();
    await dialog.getByRole("button", { name: "Convert to client" }).click();
    await expect(page.getByText("Converted to a client").first()).toBeVisible();
    await expect(dialog).toHaveCount(0);
  };
  await convert();
  const timeline = page.getByRole("list", { name: "Timeline" });
  await expect(timeline.getByText("converted the lead to a client").first()).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("Undone: Converted to a client").first()).toBeVisible();
  await expect(timeline.getByText("took the conversion of the lead back").first()).toBeVisible();
  await convert();
});

test("two people who change one lead: other fields merge, the same field is laid side by side", async ({
  page,
  elsewhere,
  location,
}) => {
  test.slow();
  const id = await location.addLead({ job_title: "Baker", city: "Ely" });
  const colleague = await elsewhere("manager");
  await page.goto(`/leads/${id}`);
  const change = async (who: typeof page, field: string, value: string) => {
    await who.getByRole("button", { name: new RegExp(`^${field}: `) }).click();
    await who.getByRole("textbox", { name: field }).fill(value);
    await who.keyboard.press("Enter");
  };
  await change(page, "Job title", "Chief baker");
  await expect(page.getByText("Job title changed")).toBeVisible();
  await change(page, "City", "Cambridge");
  await expect(page.getByText("City changed")).toBeVisible();
  const answer = await colleague.request.patch(`/api/app/leads/${id}`, {
    data: {
      changes: { contact: { jobTitle: "Pastry cook", postalCode: "CB7" } },
      known: { contact: { jobTitle: "Baker" } },
    },
  });
  expect(answer.status()).toBe(409);
  expect(await answer.json()).toMatchObject({
    clashes: [{ field: "contact.jobTitle", wanted: "Pastry cook", present: "Chief baker" }],
  });
  const merged = await colleague.request.patch(`/api/app/leads/${id}`, {
    data: { changes: { contact: { postalCode: "CB7" } }, known: { contact: { postalCode: null } } },
  });
  expect(merged.status()).toBe(200);
  // The same on the screen, which has the colleague's change by the time that the person has written theirs.
  await page.getByRole("button", { name: "Show" }).filter({ hasText: "empty" }).click();
  await page.getByRole("button", { name: /^State: / }).click();
  const state = page.getByRole("textbox", { name: "State" });
  await state.fill("Essex");
  await colleague.request.patch(`/api/app/leads/${id}`, {
    data: { changes: { contact: { state: "Kent" } }, known: { contact: { state: null } } },
  });
  await expect(page.getByRole("list", { name: "Timeline" }).getByText("Kent")).toBeVisible();
  await expect(state).toHaveValue("Essex");
  await state.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Somebody else changed this meanwhile" });
  await expect(dialog.getByText("Kent")).toBeVisible();
  await expect(dialog.getByText("Essex")).toBeVisible();
  await expectAccessible(page);
  // The keyboard is at what is asked.
  await expect(dialog.getByRole("radio", { name: /Kent$/ })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("radio", { name: /^Yours/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Save what is chosen" }).click();
  await expect(page.getByRole("button", { name: /^State: Essex/ })).toBeVisible();
});

test("a note that was begun survives a reload, mentions somebody, is changed, pinned, deleted and brought back", async ({
  page,
  location,
}) => {
  test.slow();
  const id = await location.addLead();
  await page.goto(`/leads/${id}`);
  const note = page.getByRole("textbox", { name: "Note" });
  await note.fill("Ring twice. ");
  await page.reload();
  await expect(note).toHaveValue("Ring twice. ");
  await expect(page.getByText("Kept as a draft on this device")).toBeVisible();
  await note.focus();
  await page.keyboard.press("End");
  const colleague = location.user("rep");
  await page.keyboard.type(`@${colleague.name.slice(0, 4)}`);
  await expect(page.getByRole("listbox", { name: "People to mention" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(note).toHaveValue(`Ring twice. @${colleague.name} `);
  await page.keyboard.press("Control+Enter");
  await expect(note).toHaveValue("");
  const card = page.getByRole("article").filter({ hasText: "Ring twice." });
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: "Pin", exact: true }).click();
  await expect(page.getByRole("list", { name: "Pinned" }).getByText("Ring twice.")).toBeVisible();
  const pinned = page.getByRole("list", { name: "Pinned" });
  await pinned.getByRole("button", { name: "Edit note" }).click();
  await pinned.getByRole("textbox", { name: "Edit note" }).fill("Ring three times.");
  await pinned.getByRole("button", { name: "Save" }).click();
  await expect(pinned.getByText("Ring three times.")).toBeVisible();
  await pinned.getByRole("button", { name: "Delete note" }).click();
  await expect(page.getByText("Note deleted")).toBeVisible();
  await expect(page.getByText("Ring three times.")).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(page.getByText("Ring three times.").first()).toBeVisible();
});

test("a note that a program pinned stands above with its title and colour, is unpinned, and pinned again by one key", async ({
  page,
  location,
}) => {
  const id = await location.addLead();
  const { lead } = (await (await page.request.get(`/api/app/leads/${id}`)).json()) as {
    lead: { contact: { id: string } };
  };
  const made = await page.request.post("/api/app/integrations", {
    data: { name: "Notes", scopes: ["contacts.write"] },
  });
  const { secret } = (await made.json()) as { secret: string };
  const noted = await page.request.post(`/api/contacts/${lead.contact.id}/notes`, {
    headers: { authorization: `Bearer ${secret}`, version: "2021-07-28" },
    data: { title: "The gate", color: "#aa3311", body: "It sticks.", pinned: true },
  });
  expect(noted.ok(), await noted.text()).toBe(true);
  await page.goto(`/leads/${id}`);
  const pinned = page.getByRole("list", { name: "Pinned" }).getByRole("article");
  await expect(pinned).toContainText("The gate");
  await expect(pinned.locator("[style*='rgb(170, 51, 17)'], [style*='#aa3311']")).toBeVisible();
  await expectAccessible(page);
  await pinned.getByRole("button", { name: "Unpin" }).click();
  await expect(pinned).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Timeline" }).getByText("The gate")).toBeVisible();
  await page.keyboard.press("z");
  await expect(pinned).toContainText("It sticks.");
});

test("a call, a task with steps and an appointment are written into the timeline and stand beside it", async ({
  page,
  location,
}) => {
  test.slow();
  const id = await location.addLead();
  await page.goto(`/leads/${id}`);
  const compose = page.getByRole("group", { name: "Add to the timeline" });
  await compose.getByRole("button", { name: "Call" }).click();
  await page.getByLabel("Outcome").selectOption("Left a message");
  await page.getByLabel("Minutes").fill("4");
  await page.getByLabel("What was said").fill("Will call back");
  await page.getByRole("button", { name: "Log call" }).click();
  await expect(page.getByText(/Outgoing · Left a message · 4 min/)).toBeVisible();
  await page.getByText(/Outgoing · Left a message · 4 min/).hover();
  await page.getByRole("button", { name: "Edit call" }).click();
  const edit = page.getByRole("form", { name: "Edit call" });
  await edit.getByLabel("Outcome").selectOption("Reached");
  // Somebody else writes what was said meanwhile: it is theirs, and stays.
  const { entries } = (await (await page.request.get(`/api/app/leads/${id}/timeline`)).json()) as {
    entries: { call: { id: string } | null }[];
  };
  const callId = entries.find(({ call }) => call)?.call?.id ?? "";
  await page.request.patch(`/api/app/leads/${id}/calls/${callId}`, { data: { body: "Called back" } });
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/Outgoing · Reached · 4 min/)).toBeVisible();
  await expect(page.getByText("Called back")).toBeVisible();
  await compose.getByRole("button", { name: "Task" }).click();
  await page.getByLabel("What is to be done").fill("Measure the roof");
  await page.getByLabel("Checklist, one step on each line").fill("Ladder\nTape");
  await page.getByRole("button", { name: "Add task", exact: true }).click();
  await page.getByRole("checkbox", { name: "Tape" }).check();
  await expect(page.getByText("Completed: Tape")).toBeVisible();
  await page.getByRole("checkbox", { name: "Complete Measure the roof" }).check();
  await expect(page.getByText("completed a task")).toBeVisible();
  await compose.getByRole("button", { name: "Appointment" }).click();
  await page.getByRole("button", { name: "Book appointment" }).click();
  await expect(page.getByText("Choose a date and a time.")).toBeVisible();
});

test("a session that ends in the middle is renewed over the page, and nothing that was typed is lost", async ({
  page,
  location,
}) => {
  test.slow();
  const id = await location.addLead();
  const user = location.user("admin");
  await page.goto(`/leads/${id}`);
  const note = page.getByRole("textbox", { name: "Note" });
  await note.fill("Half a thought");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Add note" }).click();
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  // Whose words they are is known: only the password is asked for.
  await expect(dialog.getByLabel("Username or email")).toHaveValue(user.username);
  await expect(dialog.getByLabel("Password")).toBeFocused();
  await page.keyboard.type(user.password);
  await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("article").filter({ hasText: "Half a thought" })).toBeVisible();
  await expect(note).toHaveValue("");
});

test("files are dropped on the lead, refused when they are too large, and removed with a way back", async ({
  page,
  location,
}) => {
  const id = await location.addLead();
  await page.goto(`/leads/${id}`);
  const files = page.getByRole("region", { name: "Files" });
  const drop = (name: string, size: number, on = files) =>
    on.evaluate(
      (target, file) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(file.size)], file.name, { type: "text/plain" }));
        target.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
        target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      { name, size },
    );
  await drop("plan.txt", 2000);
  await expect(page.getByText("plan.txt added")).toBeVisible();
  await expect(files.getByText("plan.txt")).toBeVisible();
  await drop("film.bin", 40_000_000);
  await expect(page.getByText(/film.bin is larger than/).first()).toBeVisible();
  await files.getByRole("button", { name: "Remove plan.txt" }).click();
  await expect(page.getByText("plan.txt removed")).toBeVisible();
  await page.keyboard.press("z");
  await expect(files.getByText("plan.txt")).toBeVisible();

  // Anywhere else on the lead as well, also where its files are behind a tab.
  await page.setViewportSize({ width: 360, height: 780 });
  const parts = page.getByRole("group", { name: "Parts of the lead" });
  await parts.getByRole("button", { name: "Timeline" }).click();
  await expect(files).toBeHidden();
  await drop("roof.txt", 100, page.getByRole("heading", { level: 1 }));
  await expect(files.getByText("roof.txt")).toBeVisible();
});

test("a note that somebody else changes meanwhile is not overwritten in silence", async ({
  page,
  elsewhere,
  location,
}) => {
  const id = await location.addLead();
  await page.request.post(`/api/app/leads/${id}/notes`, { data: { body: "Ring twice." } });
  const { entries } = (await (await page.request.get(`/api/app/leads/${id}/timeline`)).json()) as {
    entries: { note: { id: string } | null }[];
  };
  const noteId = entries.find(({ note }) => note)?.note?.id ?? "";
  const colleague = await elsewhere("admin");
  const rewrite = (body: string) => colleague.request.patch(`/api/app/leads/${id}/notes/${noteId}`, { data: { body } });
  await page.goto(`/leads/${id}`);
  const note = page.getByRole("article").filter({ hasText: "Ring twice." });
  await note.hover();
  await note.getByRole("button", { name: "Edit note" }).click();
  const field = page.getByRole("textbox", { name: "Edit note" });
  await field.fill("Knock.");
  expect((await rewrite("Ring three times.")).status()).toBe(200);
  await expect(page.getByText("It says now:")).toBeVisible();
  await expect(page.getByText("Ring three times.")).toBeVisible();
  await expect(field).toHaveValue("Knock.");
  await page.getByRole("button", { name: "Save mine instead" }).click();
  await expect(field).toHaveCount(0);
  await expect(page.getByRole("article").getByText("Knock.")).toBeVisible();
  // The keyboard is where it was, and begins again.
  await expect(page.getByRole("button", { name: "Edit note" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await field.fill("Knock loudly.");
  expect((await colleague.request.delete(`/api/app/leads/${id}/notes/${noteId}`)).status()).toBe(200);
  await expect(field).toHaveValue("Knock loudly.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Somebody deleted this note meanwhile.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save as a new note" }).click();
  await expect(page.getByText("Note added").first()).toBeVisible();
  await expect(page.getByRole("article").getByText("Knock loudly.")).toBeVisible();
});

test("two people who change a call see what the other made of it, and neither's words are lost", async ({
  page,
  elsewhere,
  location,
}) => {
  const id = await location.addLead();
  const call = { direction: "outgoing", outcome: "busy", body: "" };
  const made = await page.request.post(`/api/app/leads/${id}/calls`, { data: call });
  const path = `/api/app/leads/${id}/calls/${((await made.json()) as { id: string }).id}`;
  const colleague = await elsewhere("admin");
  await page.goto(`/leads/${id}`);
  await page.getByText(/Outgoing · Busy/).hover();
  await page.getByRole("button", { name: "Edit call" }).click();
  const edit = page.getByRole("form", { name: "Edit call" });
  await edit.getByLabel("Outcome").selectOption("Reached");
  const theirs = await colleague.request.patch(path, { data: { outcome: "voicemail", durationSeconds: 120 } });
  expect(theirs.status()).toBe(200);
  await expect(edit.getByRole("status")).toContainText("Outgoing · Left a message · 2 min");
  await expect(edit.getByLabel("Outcome")).toHaveValue("reached");
  await edit.getByRole("button", { name: "Save mine instead" }).click();
  // What only the other one touched is theirs.
  await expect(page.getByText(/Outgoing · Reached · 2 min/)).toBeVisible();

  await page.getByRole("button", { name: "Edit call" }).press("Enter");
  await edit.getByLabel("What was said").fill("Wants two");
  expect((await colleague.request.delete(path)).status()).toBe(200);
  await edit.getByRole("button", { name: "Save" }).click();
  await edit.getByRole("button", { name: "Save as a new call" }).click();
  await expect(page.getByText("Call logged").first()).toBeVisible();
  await expect(page.getByText("Wants two")).toBeVisible();
});

test("a deleted lead waits in the bin, and comes back from there", async ({ page, location }) => {
  const name = "Shed";
  const id = await location.addLead({ lead_name: name });
  await page.goto(`/leads/${id}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { name: "Leads", level: 1 })).toBeVisible();
  await page.goto("/leads/bin");
  await expectAccessible(page);
  await pressUntilFocused(page, "j", page.getByRole("button", { name: `Restore ${name}` }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${name} restored`)).toBeVisible();
  await page.goto(`/leads/${id}`);
  await expect(page.getByRole("heading", { name })).toBeVisible();
});

test("a lead that somebody else deletes says so to who looks at it, and is there again once it is restored", async ({
  page,
  elsewhere,
  location,
}) => {
  const id = await location.addLead({ lead_name: "Gazebo" });
  const colleague = await elsewhere("manager");
  await page.goto(`/leads/${id}`);
  const name = page.getByRole("heading", { name: "Gazebo" });
  await expect(name).toBeVisible();
  await colleague.request.delete(`/api/app/leads/${id}`);
  await expect(page.getByText("This lead is not here")).toBeVisible();
  await expect(name).toHaveCount(0);
  await colleague.request.post(`/api/app/leads/${id}/restore`);
  await expect(name).toBeVisible();
});

test("two contacts that are one person are merged, and apart again with one key", async ({ page, location }) => {
  const email = "twin@example.com";
  const [one, other] = ["Ada", "Augusta"];
  const id = await location.addLead({ first_name: one, last_name: "", email_id: email, city: "Ely" });
  await location.addLead({ first_name: other, last_name: "", email_id: email, job_title: "Countess" });
  await page.goto(`/leads/${id}`);
  await expect(page.getByText("One other contact may be the same person.")).toBeVisible();
  await page.getByRole("link", { name: "Compare" }).click();
  const pair = page.getByRole("region").filter({ hasText: one });
  await expect(pair.getByText("Same email")).toBeVisible();
  await expectAccessible(page);
  await pair.getByRole("radio", { name: new RegExp(`^Keep ${one}`) }).check();
  await pair.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByText("Nobody else looks like this person")).toBeVisible();
  await page.keyboard.press("z");
  await expect(pair.getByText("Same email")).toBeVisible();
});

test("three contacts become one from the lead's own page, with a choice for each field, and apart again", async ({
  page,
  location,
}) => {
  const email = "triplet@example.com";
  const [one, two, three] = ["Ada", "Augusta", "Byron"];
  const id = await location.addLead({ first_name: one, last_name: "", email_id: email, city: "Ely" });
  await location.addLead({ first_name: two, last_name: "", email_id: email, city: "Kirkby" });
  await location.addLead({ first_name: three, last_name: "", email_id: email, city: "Ely" });
  await page.goto(`/leads/${id}`);
  const banner = page.getByRole("status").filter({ hasText: "may be the same person" });
  await banner.getByRole("button", { name: "Merge" }).click();
  // To the letter: the toast that tells of it is a dialog as well.
  const dialog = page.getByRole("dialog", { name: "Merge", exact: true });
  await expect(dialog.getByRole("checkbox")).toHaveCount(3);
  await expect(dialog.getByRole("radio", { name: "City: Ely" })).toBeChecked();
  await dialog.getByRole("radio", { name: "City: Kirkby" }).check();
  await dialog.getByRole("radio", { name: `Name: ${three}` }).check();
  await expectAccessible(page);
  await screenshot(page, "merge-three");
  await dialog.getByRole("button", { name: "Merge 3 people" }).click();
  await expect(page.getByText(`Merged into ${three}`).first()).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText(`Undone: Merged into ${three}`).first()).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(banner).toBeVisible();
  await expect(page.getByRole("button", { name: /^City: Ely/ })).toBeVisible();
});

test("the record is used with the keyboard alone, from the list to a note, a call and a fact, and along the list", async ({
  page,
  location,
}) => {
  test.slow();
  await location.addLead({ lead_name: "Boathouse", city: "Ely" });
  await location.addLead({ lead_name: "Belfry" });
  await page.goto("/leads?view=all");
  const cell = (row: number) =>
    page.getByRole("grid", { name: "Leads" }).locator(`[aria-rowindex="${row}"] [data-place="1"]`);
  await pressUntilFocused(page, "j", cell(2));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Lead: Belfry" })).toBeFocused();
  await page.keyboard.press("j");
  const panel = page.getByRole("dialog", { name: "Lead: Boathouse" });
  await expect(panel).toBeVisible();

  await page.keyboard.press("n");
  await expect(panel.getByRole("textbox", { name: "Note" })).toBeFocused();
  await page.keyboard.type("Ring twice");
  await page.keyboard.press("Control+Enter");
  await expect(panel.getByRole("article").filter({ hasText: "Ring twice" })).toBeVisible();

  const compose = panel.getByRole("group", { name: "Add to the timeline" });
  await tabTo(page, compose.getByRole("button", { name: "Call" }));
  await page.keyboard.press("Enter");
  await tabTo(page, panel.getByLabel("What was said"));
  await page.keyboard.type("Will call back");
  await tabTo(page, panel.getByRole("button", { name: "Log call" }));
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Will call back")).toBeVisible();

  await tabTo(page, panel.getByRole("button", { name: "Details" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, panel.getByRole("button", { name: /^City: Ely/ }));
  await page.keyboard.press("F2");
  await expect(panel.getByRole("textbox", { name: "City" })).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Cambridge");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: /^City: Cambridge/ })).toBeFocused();
  await page.keyboard.press("z");
  await expect(panel.getByRole("button", { name: /^City: Ely/ })).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(cell(3)).toBeFocused();
});

test("the panel shows a lead over the list, goes along it, and gives the focus back", async ({ page }) => {
  await page.goto("/leads");
  await expect(page.getByRole("row").nth(3)).toBeVisible();
  const answer = await page.request.get("/api/app/leads?limit=2");
  const { items } = (await answer.json()) as { items: { id: string; name: string }[] };
  await page.goto(`/leads?lead=${items[0]?.id ?? ""}`);
  const panel = page.getByRole("dialog", { name: /^Lead: / });
  await expect(panel).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
  await expect(page).not.toHaveURL(/lead=/);
});

test("everybody can use the record, wide and narrow", async ({ page, location }) => {
  test.slow();
  const id = await location.addLead({ lead_name: "Conservatory", job_title: "Gardener" });
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/leads/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("list", { name: "Timeline" })).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    // The head is two lines where there is little room: what happened is not pushed off the screen.
    const head = await page.locator("main > header").boundingBox();
    expect(head?.height).toBeLessThan(100);
  }
});
