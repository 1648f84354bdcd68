import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "./fixtures/test";

test("a key is shown once, opens the API, and is refused as soon as it is revoked", async ({ page, request }) => {
  const name = "Newsletter";
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

test("an integration is given scopes, calls, is rotated with some grace, and shows when it was used", async ({
  page,
  request,
}) => {
  const name = "Reporting";
  await page.goto("/settings/developer");
  const section = page.getByRole("region", { name: "Private integrations" });
  await section.getByRole("button", { name: "New integration" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create integration" }).click();
  await expect(dialog.getByText("Choose at least one scope.")).toBeVisible();
  await dialog.getByLabel("contacts.readonly").check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Create integration" }).click();
  const secretOf = async () => (await dialog.locator("code").textContent()) ?? "";
  await expect(dialog.getByText("Copy the token now")).toBeVisible();
  const secret = await secretOf();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(secret)).toHaveCount(0);
  const row = section.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("This location");
  await expect(row).toContainText("1 scope");

  const search = (token: string) =>
    request.post("/api/contacts/search", {
      headers: { authorization: `Bearer ${token}`, version: "2021-07-28" },
      data: { pageLimit: 1 },
    });
  expect((await search(secret)).status()).toBe(200);
  const tag = await request.post("/api/contacts/upsert", {
    headers: { authorization: `Bearer ${secret}` },
    data: { locationId: "x" },
  });
  expect(tag.status()).toBe(403);
  const used = row.getByRole("cell", { name: /^(just now|\d+ min ago)$/i });
  await expect(async () => {
    await page.reload();
    await expect(used).toBeVisible({ timeout: 5000 });
  }).toPass();

  const rotate = async (grace: string) => {
    await section.getByRole("button", { name: `Rotate ${name}` }).click();
    await dialog.getByRole("button", { name: /^The token of today works/ }).click();
    await page.getByRole("option", { name: grace }).click();
    await dialog.getByRole("button", { name: "Rotate" }).click();
    await expect(dialog.getByText("Copy the token now")).toBeVisible();
    const made = await secretOf();
    await dialog.getByRole("button", { name: "Done" }).click();
    return made;
  };
  const second = await rotate("For an hour");
  await expect.poll(async () => (await search(second)).status()).toBe(200);
  expect((await search(secret)).status()).toBe(200);
  await expect(row).toHaveCount(2);
  // The one before ends by itself; what has no successor leaves the list at once, and the new token is shown all the same.
  const third = await rotate("No longer");
  await expect.poll(async () => (await search(second)).status()).toBe(401);
  expect((await search(third)).status()).toBe(200);
  await expect(section.getByRole("button", { name: `Rotate ${name}` })).toHaveCount(1);
  await row
    .filter({ has: page.getByRole("button", { name: `Rotate ${name}` }) })
    .getByRole("button", { name: `Revoke ${name}` })
    .click();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect.poll(async () => (await search(third)).status()).toBe(401);
});

test("the rule on duplicates is chosen, and holds for programs", async ({ page }) => {
  await page.goto("/settings/contacts");
  const rule = page.getByRole("button", { name: /^A person is known by/ });
  const choose = async (words: string, identifiers: string[]) => {
    await rule.click();
    await page.getByRole("option", { name: words }).click();
    await page.getByRole("button", { name: "Save" }).click();
    const saved = async (): Promise<unknown> => (await page.request.get("/api/app/contact-rules")).json();
    await expect.poll(saved).toEqual({ allowsDuplicates: false, identifiers });
  };
  await expect(rule).toBeVisible();
  await expectAccessible(page);
  await choose("Phone, then email", ["phone", "email"]);
  await expect(page.getByText("The rule on duplicates is saved").first()).toBeVisible();
  await page.reload();
  await expect(rule).toHaveText("Phone, then email");
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

test("the location is renamed, and its time zone stays", async ({ page }) => {
  await page.goto("/settings/location");
  await expect(page.getByLabel("Time zone")).toBeDisabled();
  await page.getByLabel("Name").fill("Brightacre Lakeside");
  await page.getByLabel("Currency").selectOption("CHF");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The location is saved").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /Brightacre Lakeside/ })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Currency")).toHaveValue("CHF");
  await page.getByLabel("Name").fill(" ");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Give the location a name.")).toBeVisible();
});

test("a location that has leads says why it takes no export in, before a file is chosen", async ({ page }) => {
  await page.goto("/settings/data");
  const section = page.getByRole("region", { name: "Read an export in" });
  await expect(section.getByText("This location is not empty")).toBeVisible();
  await expect(section.getByRole("button", { name: "Choose a file" })).toHaveCount(0);
  await expectAccessible(page);
});

test.describe("in an empty location", () => {
  test.use({ leads: 0 });

  test("garbage is refused, and an export is read in and says what came", async ({ page }) => {
    await page.goto("/settings/data");
    await page.getByRole("button", { name: "Export location" }).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: /^Download / }).click();
    const file = await (await downloading).path();

    const section = page.getByRole("region", { name: "Read an export in" });
    const choose = async (name: string, buffer: Buffer) => {
      const chooser = page.waitForEvent("filechooser");
      await section.getByRole("button", { name: "Choose a file" }).press("Enter");
      await (await chooser).setFiles({ name, mimeType: "application/zip", buffer });
    };
    await choose("notes.txt", Buffer.from("notes"));
    await expect(section.getByRole("alert")).toContainText("notes.txt is not the export of a location");
    await choose("broken.zip", Buffer.from("PK broken"));
    await expect(section.getByRole("alert")).toContainText("it can not be read as a ZIP file");
    await expectAccessible(page);
    await choose("branch.zip", await readFile(file));
    await expect(page.getByText("branch.zip was read in").first()).toBeVisible();
    const line = section.getByRole("listitem");
    await expect(line).toContainText(/\d+ records · \d+ files? · \d+ (person|people) known, 0 added/);
    await expectAccessible(page);
  });
});
