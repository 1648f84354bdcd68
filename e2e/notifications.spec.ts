import type { Page } from "@playwright/test";
import type { OwnLocation } from "./fixtures/location";
import { expect, expectAccessible, test } from "./fixtures/test";

test.use({ role: "rep" });

/** Has an administrator give a lead of this name to the rep, and name them in a note on it. */
async function giveToRep(location: OwnLocation, { request }: Page, name: string): Promise<void> {
  const rep = location.user("rep");
  const { members } = (await (await request.get("/api/app/members")).json()) as {
    members: { userId: string; username: string }[];
  };
  const ownerId = members.find(({ username }) => username === rep.username)?.userId ?? "";
  const leadId = await location.addLead({ lead_name: name });
  const given = await request.post("/api/app/leads/bulk", {
    data: { selection: { ids: [leadId] }, command: { type: "assign", ownerId } },
  });
  expect(given.ok(), await given.text()).toBe(true);
  const noted = await request.post(`/api/app/leads/${leadId}/notes`, {
    data: { body: `@${rep.name} see ${name}`, mentions: [ownerId] },
  });
  expect(noted.ok(), await noted.text()).toBe(true);
}

const bell = (page: Page) =>
  page
    .getByRole("button", { name: /^Notifications/ })
    .filter({ visible: true })
    .first();

test("somebody is told of what they are given, as it happens, and goes there with the keyboard", async ({
  page,
  elsewhere,
  location,
}) => {
  const name = "Orangery";
  await page.goto("/tasks");
  await expect(page.getByRole("heading", { name: "Tasks", level: 1 })).toBeVisible();
  await giveToRep(location, await elsewhere("admin"), name);
  await expect(bell(page)).toHaveAccessibleName("Notifications, 2 unread");

  await bell(page).focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Notifications" });
  const given = panel.getByRole("link", { name: `assigned “${name}” to you` });
  await expect(given).toBeVisible();
  await expect(panel.getByRole("link", { name: `mentioned you on “${name}”` })).toBeVisible();
  await expectAccessible(page);

  await given.focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("j");
  await expect(given).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tasks\?lead=/);
  await expect(page.getByRole("dialog").getByRole("heading", { name })).toBeVisible();
  await page.keyboard.press("Escape");

  await bell(page).click();
  await panel.getByRole("button", { name: new RegExp(`^Mark as unread: .*assigned “${name}” to you`) }).click();
  await expect(
    panel.getByRole("button", { name: new RegExp(`^Mark as read: .*assigned “${name}” to you`) }),
  ).toBeVisible();
  await panel.getByRole("button", { name: "Mark all as read" }).click();
  await expect(
    panel.getByRole("button", { name: new RegExp(`^Mark as unread: .*mentioned you on “${name}”`) }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
});

test("on a small screen notifications are a sheet", async ({ page, elsewhere, location }) => {
  const name = "Orangery";
  await giveToRep(location, await elsewhere("admin"), name);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/tasks");
  await bell(page).click();
  const sheet = page.getByRole("dialog", { name: "Notifications" });
  await expect(sheet.getByRole("link", { name: `assigned “${name}” to you` })).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toHaveCount(0);
});

test("what one is told of, and how, is a choice that is kept", async ({ page }) => {
  await page.goto("/settings/profile");
  const byMail = page.getByRole("checkbox", { name: "a task of mine is due: By mail" });
  await expect(byMail).not.toBeChecked();
  const saved = page.waitForResponse("**/api/app/notifications/preferences");
  // The server's word decides what the box shows: it is not checked in the moment of the click.
  await byMail.click();
  await saved;
  await expectAccessible(page);
  await page.reload();
  await expect(byMail).toBeChecked();
});
