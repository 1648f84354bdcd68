import type { Page } from "@playwright/test";
import { demoUser } from "./fixtures/demo";
import { type IdentityProvider, providerUrl, startIdentityProvider } from "./fixtures/identity-provider";
import { demoTest as test, expect, expectAccessible } from "./fixtures/test";

// One provider, at the one address that the installation knows.
test.describe.configure({ mode: "default" });
test.use({ role: null, alsoAsks: [providerUrl()] });

let provider: IdentityProvider;

test.beforeAll(async ({ baseURL }) => {
  provider = await startIdentityProvider(baseURL ?? "");
});

test.afterAll(() => provider.stop());

/** Signs in at the provider as `account`, and is back at Leadwright then. */
async function signInAs(page: Page, account: string): Promise<void> {
  await page.goto("/sign-in?returnTo=/leads");
  await page.getByRole("button", { name: "Sign in with single sign-on" }).click();
  await expect(page).toHaveTitle("Test provider");
  await page.getByLabel("Account").fill(account);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).not.toHaveTitle("Test provider");
}

// Somebody no other test is signed in as.
const somebody = () => demoUser("rep", 3);

test("a person known by a verified address gets in, in any spelling, and is where they wanted to go", async ({
  page,
}) => {
  provider.addAccount("known", { email: somebody().email.toUpperCase(), email_verified: true });
  await signInAs(page, "known");
  await expect(page.getByRole("heading", { name: "Leads" })).toBeVisible();
  await expect(page.getByRole("button", { name: `Account of ${somebody().name}` })).toBeVisible();
  expect(provider.asked.at(-1)).toMatchObject({
    response_type: "code",
    scope: "openid email profile",
    code_challenge_method: "S256",
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{20,}$/),
    nonce: expect.stringMatching(/^[\w-]{20,}$/),
  });
});

test("signing out everywhere ends what the provider let in, at once", async ({ page, browser, baseURL }) => {
  provider.addAccount("leaving", { email: somebody().email, email_verified: true });
  await signInAs(page, "leaving");
  const elsewhere = await browser.newContext({ baseURL, storageState: await page.context().storageState() });
  expect((await elsewhere.request.get("/api/app/overview")).status()).toBe(200);

  await page.goto("/settings/profile");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await elsewhere.request.get("/api/app/overview")).status()).toBe(401);
  await elsewhere.close();
});

test("nobody is let in whose address is not known, verified and theirs, and each is told why", async ({ page }) => {
  provider.addAccount("stranger", { email: "stranger@elsewhere.example", email_verified: true });
  provider.addAccount("unverified", { email: somebody().email, email_verified: false });
  provider.addAccount("unsaid", { email: somebody().email });
  // A username that looks like an address is nobody's address.
  provider.addAccount("username", { email: somebody().username, email_verified: true });
  const reasons = {
    stranger: "Nobody here has the email address",
    unverified: "has not verified the email address",
    unsaid: "has not verified the email address",
    username: "Nobody here has the email address",
  };
  for (const [account, reason] of Object.entries(reasons)) {
    await page.context().clearCookies();
    await signInAs(page, account);
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
