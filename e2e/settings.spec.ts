import { expect, expectAccessible, test } from "./fixtures/test";

test("a key is shown once, opens the API, and is refused as soon as it is revoked", async ({ page, request }) => {
  const name = `Website ${Date.now()}`;
  await page.goto("/settings/developer");
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByText("Give the key a name.")).toBeVisible();
  await page.getByLabel("Name").fill(name);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create key" }).click();
  const secret = (await page.getByRole("dialog").locator("code").textContent()) ?? "";
  const call = () => request.get("/api/app/leads", { headers: { authorization: `Bearer ${secret}` } });
  expect((await call()).status()).toBe(200);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(secret)).toHaveCount(0);
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText(`“${name}” is revoked`)).toBeVisible();
  await expect.poll(async () => (await call()).status()).toBe(401);
});

test.describe("as a rep", () => {
  test.use({ role: "rep" });

  test("pages for administrators say so, and their data stays where it is", async ({ page }) => {
    await page.goto("/settings/developer");
    await expect(page.getByText("Only administrators see this")).toBeVisible();
    expect((await page.request.get("/api/app/keys")).status()).toBe(403);
    expect((await page.request.get("/api/app/outbox")).status()).toBe(403);
  });
});

test("the API reference works with nothing from outside", async ({ page }) => {
  await page.goto("/docs");
  await expect(page.getByRole("heading", { name: "CRM lead" })).toBeVisible({ timeout: 20_000 });
});
