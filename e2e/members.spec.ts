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
