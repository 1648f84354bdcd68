import { expect, expectAccessible, test } from "./fixtures/test";

test.use({ role: null });

test("a visitor is led to sign-in and back to where they wanted to go", async ({ page, location }) => {
  const { username, password } = location.user("rep");
  await page.goto("/leads?q=roof");
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await page.getByLabel("Username or email").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Leads" })).toBeVisible();
  await expect(page.getByLabel("Search leads")).toHaveValue("roof");
});

test("a wrong password is refused in words, and the right one is taken", async ({ page, location }) => {
  const { email, password } = location.user("manager");
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Enter your username or email.")).toBeVisible();
  await page.getByLabel("Username or email").fill(email.toUpperCase());
  await page.getByLabel("Password", { exact: true }).fill("not it");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not match" })).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
});

test("signing in and out works with the keyboard alone", async ({ page, location }) => {
  const { username, password } = location.user("rep");
  await page.goto("/sign-in");
  await expect(page.getByLabel("Username or email")).toBeFocused();
  await page.keyboard.type(username);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.getByRole("button", { name: /^Account of/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("the demo's people are one press away", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in as Priya Raman" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
});

test("everybody can use the pages for visitors", async ({ page }) => {
  for (const path of ["/sign-in", "/forgot-password", "/set-password?token=x"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});
