import { expect, expectAccessible, test } from "./fixtures/test";

test("a team is made, a member put into it, and the team removed again", async ({ page }) => {
  const team = "North";
  await page.goto("/settings/members");
  await page.getByRole("button", { name: "New team" }).click();
  await page.getByRole("button", { name: "Create team" }).click();
  await expect(page.getByText("Give the team a name.")).toBeVisible();
  await page.getByLabel("Name").fill(team);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: team })).toContainText("0 members");

  const choice = page.getByRole("button", { name: /^Team of Sam Lee/ });
  await choice.click();
  await page.getByRole("option", { name: team }).click();
  await expect(page.getByText("Sam Lee is changed")).toBeVisible();
  await expect(page.getByRole("row", { name: team })).toContainText("1 member");
  await page.getByRole("button", { name: /^Role of Sam Lee/ }).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(page.getByRole("row", { name: /^Sam Lee/ })).toBeFocused();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press("j");
  await expect(page.getByRole("row", { name: team })).toBeFocused();
  await page.reload();
  await expect(choice).toContainText(team);
  await expectAccessible(page);

  await page.getByRole("button", { name: `Remove ${team}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText(`“${team}” is removed`)).toBeVisible();
  await expect(choice).toContainText("No team");
});

test("the last administrator stays one", async ({ page }) => {
  await page.goto("/settings/members");
  await page.getByRole("button", { name: /^Role of Ngozi Adeyemi/ }).click();
  await page.getByRole("option", { name: "Rep" }).click();
  await expect(page.getByText("Somebody has to run the location.").first()).toBeVisible();
  await expect(page.getByRole("row", { name: "Ngozi Adeyemi" })).toContainText("Administrator");
});

test("somebody is invited, chooses a password with the mailed link, comes in, and is shut out again", async ({
  page,
  elsewhere,
  location,
}) => {
  const email = `ada-${location.user("admin").username}@example.com`;
  const row = page.getByRole("row", { name: /^Ada Newcomer/ });
  const choose = async (action: string) => {
    await row.getByRole("button", { name: "What can be done about Ada Newcomer" }).click();
    await page.getByRole("menuitem", { name: action }).click();
  };
  await page.goto("/settings/members");
  await page.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Email").fill("ada@");
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await expect(dialog.getByText("Enter their name.")).toBeVisible();
  await expect(dialog.getByText("Enter an email address, such as ada@example.com.")).toBeVisible();
  await dialog.getByLabel("Name").fill("Ada Newcomer");
  await dialog.getByLabel("Email").fill(email);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(row).toContainText("Link works until");
  await choose("Send invitation again");
  await expect(page.getByText("Ada Newcomer gets a new link").first()).toBeVisible();

  await page.goto("/settings/outbox");
  const mail = page.getByRole("listitem").filter({ hasText: email }).first();
  await expect
    .poll(async () => {
      await page.reload();
      return mail.getByText("Kept").isVisible();
    })
    .toBe(true);
  await mail
    .getByText(/invites you to/)
    .first()
    .click();
  const visit = await elsewhere(null);
  await visit.goto((await mail.getByRole("link").getAttribute("href")) ?? "");
  await expect(visit.getByRole("heading", { name: "Welcome to Leadwright" })).toBeVisible();
  await visit.getByLabel("Password", { exact: true }).fill("seven green kettles sing");
  await visit.getByRole("button", { name: "Set password" }).click();
  await visit.getByLabel("Username or email").fill(email);
  await visit.getByLabel("Password", { exact: true }).fill("seven green kettles sing");
  await visit.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(visit.getByRole("heading", { name: "Overview" })).toBeVisible();

  await page.goto("/settings/members");
  await expect(row).not.toContainText("Link works until");
  await choose("Deactivate");
  await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(row).toContainText("Deactivated");
  await visit.reload();
  await expect(visit.getByText("You are not a member of a location yet")).toBeVisible();
  await choose("Let in again");
  await expect(row).not.toContainText("Deactivated");
});

test("an invitation is revoked", async ({ page, location }) => {
  await page.goto("/settings/members");
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByLabel("Name").fill("Ada Newcomer");
  await page.getByLabel("Email").fill(`ada-${location.user("admin").username}@example.com`);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByRole("button", { name: "What can be done about Ada Newcomer" }).click();
  await page.getByRole("menuitem", { name: "Revoke invitation" }).click();
  await expect(page.getByText("The invitation of Ada Newcomer is revoked").first()).toBeVisible();
  await expect(page.getByRole("row", { name: /^Ada Newcomer/ })).toBeHidden();
});
