import type { Page } from "@playwright/test";
import type { OwnLocation } from "./fixtures/location";
import { expect, expectAccessible, test } from "./fixtures/test";

test.use({ role: null });

async function signIn(page: Page, location: OwnLocation): Promise<void> {
  const { username, password } = location.user("rep");
  await page.goto("/sign-in");
  await page.getByLabel("Username or email").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
}

test("signing out everywhere ends every browser at once, its pages and its API", async ({
  page: here,
  elsewhere,
  location,
}) => {
  const there = await elsewhere(null);
  for (const page of [here, there]) await signIn(page, location);
  expect((await there.request.get("/api/app/overview")).status()).toBe(200);

  await here.goto("/settings/profile");
  await expect(here.getByRole("button", { name: /^Sign out Chrome/ }).first()).toBeVisible();
  await expectAccessible(here);
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await expectAccessible(here);
  await here.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(here).toHaveURL(/\/sign-in/);

  expect((await there.request.get("/api/app/overview")).status()).toBe(401);
  await there.goto("/leads");
  await expect(there).toHaveURL(/\/sign-in\?returnTo=%2Fleads/);
});
