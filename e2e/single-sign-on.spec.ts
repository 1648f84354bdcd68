import type { Page } from "@playwright/test";
import { accountOf, type ProviderAccount, providerUrl } from "./fixtures/identity-provider";
import { expect, expectAccessible, test } from "./fixtures/test";

test.use({ role: null, alsoAsks: [providerUrl()] });

/** Signs in at the provider as somebody of whom it claims this, and is back at Leadwright then. */
async function signInAs(page: Page, claims: ProviderAccount): Promise<void> {
  await page.goto("/sign-in?returnTo=/leads");
  await page.getByRole("button", { name: "Sign in with single sign-on" }).click();
  await expect(page).toHaveTitle("Test provider");
  await page.getByLabel("Account").fill(accountOf(claims));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).not.toHaveTitle("Test provider");
}

test("a person known by a verified address gets in, in any spelling, and is where they wanted to go", async ({
  page,
  location,
}) => {
  const { name, email } = location.user("rep");
  const asked = page.waitForRequest((request) => request.url().startsWith(`${providerUrl()}/auth?`));
  await signInAs(page, { email: email.toUpperCase(), email_verified: true });
  await expect(page.getByRole("heading", { name: "Leads" })).toBeVisible();
  await expect(page.getByRole("button", { name: `Account of ${name}` })).toBeVisible();
  expect(Object.fromEntries(new URL((await asked).url()).searchParams)).toMatchObject({
    response_type: "code",
    scope: "openid email profile",
    code_challenge_method: "S256",
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{20,}$/),
    nonce: expect.stringMatching(/^[\w-]{20,}$/),
  });
});

test("signing out everywhere ends what the provider let in, at once", async ({
  page,
  playwright,
  baseURL,
  location,
}) => {
  await signInAs(page, { email: location.user("rep").email, email_verified: true });
  const elsewhere = await playwright.request.newContext({
    baseURL,
    storageState: await page.context().storageState(),
  });
  expect((await elsewhere.get("/api/app/overview")).status()).toBe(200);

  await page.goto("/settings/profile");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await elsewhere.get("/api/app/overview")).status()).toBe(401);
});

test("nobody is let in whose address is not known, verified and theirs, and each is told why", async ({
  page,
  location,
}) => {
  const { email, username } = location.user("rep");
  const refused: [ProviderAccount, string][] = [
    [{ email: "stranger@elsewhere.example", email_verified: true }, "Nobody here has the email address"],
    [{ email, email_verified: false }, "has not verified the email address"],
    [{ email }, "has not verified the email address"],
    // A username that looks like an address is nobody's address.
    [{ email: username, email_verified: true }, "Nobody here has the email address"],
  ];
  for (const [claims, reason] of refused) {
    await page.context().clearCookies();
    await signInAs(page, claims);
    await expect(page.getByRole("alert").filter({ hasText: reason })).toBeVisible();
    expect((await page.request.get("/api/app/overview")).status()).toBe(401);
  }
  await expectAccessible(page);
});

test("an answer that nobody here asked for is refused in words", async ({ page }) => {
  await page.goto("/api/auth/callback/oidc?code=made-up&state=made-up");
  await expect(page.getByRole("alert").filter({ hasText: "Your identity provider did not sign you in" })).toBeVisible();
  expect((await page.request.get("/api/app/overview")).status()).toBe(401);
});
