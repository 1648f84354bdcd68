import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

const navigation = ["Übersicht", "Leads", "Pipeline", "Aufgaben", "Einstellungen"];

/** Each screen with the title that its tab has in German. */
const screens = [
  ["/", "Übersicht"],
  ["/leads", "Leads"],
  ["/pipeline", "Pipeline"],
  ["/tasks", "Aufgaben"],
  ["/leads/import", "Leads importieren"],
  ["/leads/duplicates", "Mögliche Dubletten"],
  ["/leads/bin", "Papierkorb"],
  ["/settings/profile", "Profil"],
  ["/settings/location", "Standort"],
  ["/settings/members", "Mitglieder"],
  ["/settings/pipeline", "Pipelines"],
  ["/settings/contacts", "Kontakte"],
  ["/settings/developer", "Entwickler"],
  ["/settings/outbox", "Postausgang"],
  ["/settings/data", "Daten"],
] as const;

/** Words that a sentence in English has, and one in German has not. */
const english = /\b(?:the|and|of|to|with|your|is|are|not|no|new|add|show|save|delete|all|when)\b/i;

async function expectGerman(page: Page, title: string): Promise<void> {
  await expect(page).toHaveTitle(`${title} · Leadwright`);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("navigation", { name: "Hauptnavigation" }).getByRole("link")).toContainText(navigation);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const said = await page.locator("nav, h1, h2, h3, thead th, [role=columnheader]").allInnerTexts();
  expect(said.filter((words) => english.test(words))).toEqual([]);
}

test.describe("who reads German", () => {
  test.use({ locale: "de-AT" });

  test("reads every screen in German", async ({ page }) => {
    for (const [path, title] of screens) {
      await page.goto(path);
      await expectGerman(page, title);
    }
  });

  test("goes from screen to screen in German, and is told so where there is none", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Aufgaben" }).click();
    await expectGerman(page, "Aufgaben");
    await page.getByRole("link", { name: "Einstellungen" }).click();
    await expectGerman(page, "Profil");
    await page.goto("/nowhere");
    await expect(page.getByText("Diese Seite gibt es nicht")).toBeVisible();
    await expect(page.getByRole("link", { name: "Aufgaben" })).toBeVisible();
  });

  test.describe("and is not signed in yet", () => {
    test.use({ role: null });

    test("signs in in German", async ({ page }) => {
      await page.goto("/sign-in");
      await expect(page.getByRole("button", { name: "Anmelden", exact: true })).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", "de");
      await page.getByLabel("Benutzername oder E-Mail").fill("nobody");
      await page.getByLabel("Passwort", { exact: true }).fill("nothing at all");
      await page.getByRole("button", { name: "Anmelden", exact: true }).click();
      await expect(page.getByText("Benutzername und Passwort passen nicht zusammen")).toBeVisible();
    });
  });
});

test("somebody chooses German in their profile, and English again", async ({ page }) => {
  await page.goto("/settings/profile");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: /^Language, dates and numbers: / }).click();
  await expect(page.getByRole("option", { name: "Italiano: dates and numbers only" })).toBeVisible();
  await page.getByRole("option", { name: "Deutsch (Schweiz)" }).click();
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
  await expectGerman(page, "Profil");
  await page.getByRole("button", { name: /^Sprache, Datum und Zahlen: / }).click();
  await page.getByRole("option", { name: "Wie mein Browser angibt" }).click();
  await page.getByRole("button", { name: "Profil speichern" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
