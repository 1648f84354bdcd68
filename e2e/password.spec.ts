import { expect, test } from "./fixtures/test";

const newPassword = "seven green kettles sing";

test("a forgotten password is set anew with the link in the outbox, once", async ({ page, elsewhere, location }) => {
  const somebody = location.user("rep");
  await page.goto("/forgot-password");
  await page.getByLabel("Username or email").fill(somebody.email);
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();

  await page.goto("/settings/outbox");
  const mail = page.getByRole("listitem").filter({ hasText: somebody.email }).first();
  await expect
    .poll(async () => {
      await page.reload();
      return mail.getByText("Kept").isVisible();
    })
    .toBe(true);
  await mail.getByText("Set a new password").first().click();
  const link = await mail.getByRole("link").getAttribute("href");

  const visit = await elsewhere(null);
  await visit.goto(link ?? "");
  await visit.getByLabel("New password").fill("short");
  await visit.getByRole("button", { name: "Set password" }).click();
  await expect(visit.getByText("Use at least 10 characters.")).toBeVisible();
  await visit.getByLabel("New password").fill(newPassword);
  await visit.getByRole("button", { name: "Set password" }).click();
  await expect(visit.getByText("Your password is set")).toBeVisible();
  await visit.getByLabel("Username or email").fill(somebody.username);
  await visit.getByLabel("Password", { exact: true }).fill(newPassword);
  await visit.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(visit.getByRole("heading", { name: "Overview" })).toBeVisible();

  await visit.goto(link ?? "");
  await visit.getByLabel("New password").fill(newPassword);
  await visit.getByRole("button", { name: "Set password" }).click();
  await expect(visit.getByText("This link was used or is too old.")).toBeVisible();
});

test("nobody learns whether an address has an account", async ({ page, location }) => {
  await page.goto("/forgot-password");
  await page.getByLabel("Username or email").fill(`not-${location.user("rep").email}`);
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
});
