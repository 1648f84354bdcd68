import { expect, expectAccessible, screenshot, test } from "./fixtures/test";

test.describe("somebody who is not signed in", () => {
  test.use({ role: null });

  test("signs in with a username and a password, and is then where they wanted to go", async ({ page, location }) => {
    const { username, password } = location.user("rep");
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in/);
    await expectAccessible(page);
    await screenshot(page, "sign-in");
    await page.getByLabel("Username or email").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  });

  test("is told when the password is wrong, and stays out", async ({ page, location }) => {
    await page.goto("/sign-in");
    await page.getByLabel("Username or email").fill(location.user("rep").username);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByText("do not match")).toBeVisible();
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test("the overview shows what the location has, and everybody can use it", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, "overview");
});
