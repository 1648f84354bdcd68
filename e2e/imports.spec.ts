import { closeSync, ftruncateSync, openSync, readFileSync, rmSync } from "node:fs";
import { chooseFile } from "./fixtures/choose-file";
import { expect, expectAccessible, screenshot, test } from "./fixtures/test";

test.use({ role: "manager" });

/** An export as HubSpot writes one: two people who are good and one who is not. */
function hubspotFile(): { name: string; mimeType: string; buffer: Buffer } {
  const lines = [
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Company Name,Create Date,Amount,Notes",
    `1,Ada,Lovelace,ada@engines.example,+1 303 555 0101,,Prospect,Analytical,2026-03-04,"1,234.50",Call back`,
    `2,Charles,Babbage,charles@engines.example,+1 303 555 0102,,,Difference,2026-03-05,99,`,
    `3,Nobody,Known,not an email,,,,,2026-03-05,,`,
  ];
  const buffer = Buffer.from(`${lines.join("\r\n")}\r\n`);
  return { name: "engines.csv", mimeType: "text/csv", buffer };
}

test("a file of another program is imported by keyboard, its refused rows are fetched, and all of it is undone", async ({
  page,
}) => {
  const file = hubspotFile();
  await chooseFile(page, file);
  await expect(page.getByText("from HubSpot")).toBeVisible();
  await expect(page.getByLabel("What “Email” fills")).toHaveValue("contact.email");
  await expect(page.getByLabel("What “Lead Status” fills")).toHaveValue("lead.stage");
  await expect(page.getByText("10 of 11 columns are imported")).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, "import-match");

  await page.getByRole("button", { name: "Check rows" }).focus();
  await page.keyboard.press("Enter");
  const start = page.getByRole("button", { name: "Import 2 rows" });
  await expect(start).toBeVisible();
  await expect(page.getByText("Ada Lovelace")).toBeVisible();
  await page.getByRole("button", { name: /^Refused/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("“not an email” is not an email address")).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, "import-check");
  // Where it is, the server knows.
  await page.reload();
  await start.focus();
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "2 rows were imported" })).toBeVisible();
  await expect(page.getByText("1 row was refused")).toBeVisible();
  await expectAccessible(page);
  await screenshot(page, "import-done");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download refused rows" }).click();
  const refused = readFileSync(await (await download).path(), "utf8");
  expect(refused).toContain("Line,Reason");
  expect(refused).toContain("not an email,,,,,2026-03-05,,,4,Email: “not an email” is not an email address.");

  await page.getByRole("button", { name: "Undo import" }).focus();
  await page.keyboard.press("Enter");
  const sure = page.getByRole("dialog").getByRole("button", { name: "Undo import" });
  await expectAccessible(page);
  await sure.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "The import was undone" })).toBeVisible();
  await expect(page.getByText("2 leads were removed")).toBeVisible();
  await page.getByRole("link", { name: "Import another file" }).click();
  const undone = page.getByRole("link", { name: new RegExp(`${file.name}.*Undone`) });
  await expect(undone).toBeVisible();
  await page.keyboard.press("j");
  await expect(undone).toBeFocused();
  await expectAccessible(page);
});

test("garbage, a bomb of quotes, a workbook and a file that is too large are refused with the reason", async ({
  page,
}, info) => {
  const buffer = Buffer.from(Array.from({ length: 5000 }, (_, place) => (place * 7919 + place ** 2) % 256));
  await chooseFile(page, { name: "garbage.csv", mimeType: "text/csv", buffer });
  await expect(page.getByRole("alert").filter({ hasText: "not a text file" })).toBeVisible();
  await expectAccessible(page);
  await chooseFile(page, { name: "leads.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\x03\x04") });
  await expect(page.getByRole("alert").filter({ hasText: "is a workbook" })).toBeVisible();
  const bomb = Buffer.from(`Name,Email\nAda,ada@example.com\n${'"'.repeat(3_000_001)}`);
  await chooseFile(page, { name: "bomb.csv", mimeType: "text/csv", buffer: bomb });
  await expect(page.getByRole("alert").filter({ hasText: "begins on line 3" })).toBeVisible();
  // 5 GB that take no place on the disk: the browser sees how large it is, and does not send it.
  const huge = info.outputPath("huge.csv");
  const file = openSync(huge, "w");
  ftruncateSync(file, 5 * 2 ** 30);
  closeSync(file);
  await chooseFile(page, huge);
  await expect(page.getByRole("alert").filter({ hasText: "huge.csv is larger than 50 MB" })).toBeVisible();
  rmSync(huge);
});

test("an upload says how far it is, and can be cancelled", async ({ page }) => {
  // Nobody answers.
  await page.route("**/api/app/imports?fileName=**", () => undefined);
  await chooseFile(page, hubspotFile());
  await expect(page.getByRole("status").filter({ hasText: /(Uploading|Reading) / })).toBeVisible();
  await page.getByRole("button", { name: "Cancel upload" }).click();
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "could not be taken in" })).toBeHidden();
});

test("an upload without a connection says so, and the file can be chosen again", async ({ page, context }) => {
  await page.goto("/leads/import");
  const button = page.getByRole("button", { name: "Choose a file" });
  await expect(button).toBeVisible();
  const choose = async () => {
    const chooser = page.waitForEvent("filechooser");
    await button.click();
    await (await chooser).setFiles(hubspotFile());
  };
  await context.setOffline(true);
  await choose();
  await expect(page.getByRole("alert").filter({ hasText: "The server could not be reached" })).toBeVisible();
  await context.setOffline(false);
  await choose();
  await expect(page.getByRole("button", { name: "Check rows" })).toBeVisible();
});

test("the steps fit a phone, in the dark", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: "dark" });
  await chooseFile(page, hubspotFile());
  await expect(page.getByRole("button", { name: "Check rows" })).toBeVisible();
  await expectAccessible(page);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(360);
  await page.getByRole("button", { name: "Check rows" }).click();
  await expect(page.getByRole("button", { name: "Import 2 rows" })).toBeVisible();
  expect(await width()).toBe(360);
  await expectAccessible(page);
  await screenshot(page, "import-narrow-dark");
});

test.describe("a rep", () => {
  test.use({ role: "rep" });

  test("is told who can import", async ({ page }) => {
    await page.goto("/leads/import");
    await expect(page.getByText("You can not import leads")).toBeVisible();
    expect((await page.request.get("/api/app/imports")).status()).toBe(403);
  });
});
