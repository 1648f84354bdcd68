import type { Browser } from "@playwright/test";
import { demoUser } from "./fixtures/demo";
import { expect, expectAccessible, test } from "./fixtures/test";

test.use({ role: null });

async function signedIn(
  browser: Browser,
  baseURL: string | undefined,
  { username, password }: { username: string; password: string },
) {
  const page = await (await browser.newContext({ baseURL, storageState: undefined })).newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Username or email").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  return page;
}

test("signing out everywhere ends every browser at once, its pages and its API", async ({ browser, baseURL }) => {
  // Somebody no other test is signed in as.
  const user = demoUser("rep", 2);
  const here = await signedIn(browser, baseURL, user);
  const there = await signedIn(browser, baseURL, user);
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
