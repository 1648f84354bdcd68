import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import type { User } from "./fixtures/location";
import { expect, expectAccessible, test } from "./fixtures/test";

async function enterPassword(page: Page, { username, password }: User): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Username or email").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("two-step sign-in is set up, asked for, helped out of with a recovery code, and turned off", async ({
  page,
  location,
}) => {
  const person = location.user("admin");
  const { password } = person;
  const section = page.getByRole("region", { name: "Two-step sign-in" });
  const dialog = page.getByRole("dialog");
  await page.goto("/settings/profile");
  await section.getByRole("button", { name: "Set up" }).click();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByRole("img", { name: /^QR code/ })).toBeVisible();
  await expectAccessible(page);
  const secret = (await dialog.locator("code").innerText()).replaceAll(" ", "");
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await dialog.getByRole("textbox", { name: "Code" }).fill("000000");
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await expect(dialog.getByText("This code is not right")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Code" }).fill(app.generate());
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await expect(dialog.getByRole("heading", { name: "Keep your recovery codes" })).toBeVisible();
  await expectAccessible(page);
  const [recoveryCode = ""] = await dialog.getByRole("listitem").allInnerTexts();
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(section.getByText("10 recovery codes left")).toBeVisible();

  await page.context().clearCookies();
  await enterPassword(page, person);
  await expect(page.getByRole("textbox", { name: "Code" })).toBeFocused();
  await expectAccessible(page);
  // A code of its own step was used to set it up, and none is taken twice.
  await page.keyboard.type("000000");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "This code is not right" })).toBeVisible();
  await page.getByRole("textbox", { name: "Code" }).fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();

  await page.context().clearCookies();
  await enterPassword(page, person);
  await page.getByRole("textbox", { name: "Code" }).fill(recoveryCode);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await page.goto("/settings/profile");
  await expect(section.getByText("9 recovery codes left")).toBeVisible();
  await section.getByRole("button", { name: "Turn off" }).click();
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Turn off" }).click();
  await expect(section.getByRole("button", { name: "Set up" })).toBeVisible();
});

test("the profile says what is wrong", async ({ page }) => {
  await page.goto("/settings/profile");
  const you = page.getByRole("region", { name: "You" });
  await you.getByLabel("Time zone").fill("Mars/Olympus");
  await you.getByRole("button", { name: "Save profile" }).click();
  await expect(you.getByText("There is no such time zone. Choose one.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Change password" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill("not it");
  await dialog.getByLabel("New password").fill("another horse, another battery");
  await dialog.getByRole("button", { name: "Change password" }).click();
  await expect(dialog.getByText("This is not your password.")).toBeVisible();
  await expectAccessible(page);
});
