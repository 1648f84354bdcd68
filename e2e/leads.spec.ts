import { demoKeys } from "./fixtures/demo";
import { expect, expectAccessible, test } from "./fixtures/test";

test("a lead that a program sends is in the list at once, opens beside it, and has what was sent", async ({ page }) => {
  const { key } = demoKeys();
  const name = `Conservatory ${Date.now()}`;
  const made = await page.request.post("/api/crm/lead", {
    headers: { authorization: `Bearer ${key}` },
    data: {
      first_name: "Wanda",
      lead_name: name,
      email_id: `${Date.now()}@example.com`,
      utm_campaign: "spring-roofs",
      job_title: "Head gardener",
    },
  });
  expect(made.ok(), await made.text()).toBe(true);
  await page.goto("/leads");
  await page.getByLabel("Search leads").fill(name);
  await expect(page).toHaveURL(/search=Conservatory/);
  await page.getByRole("link", { name }).first().click();
  await expect(
    page
      .getByRole("dialog")
      .getByRole("heading", { name: new RegExp(name) })
      .first(),
  ).toBeVisible();
  await expect(page).toHaveURL(/[?&]lead=\w{20}/);
  const id = new URL(page.url()).searchParams.get("lead") ?? "";
  const record = await page.request.get(`/api/app/leads/${id}`);
  expect(await record.json()).toMatchObject({
    lead: { attributes: { utmCampaign: "spring-roofs" }, contact: { jobTitle: "Head gardener" } },
  });
  await expectAccessible(page);
});

test("the list goes on as one goes down it, and says when nothing matches", async ({ page }) => {
  await page.goto("/leads");
  const grid = page.getByRole("grid", { name: "Leads" });
  await expect(grid.getByRole("row").nth(1)).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Control+End");
  // The second page of a hundred begins after the head and the first hundred.
  await expect(grid.locator('[aria-rowindex="102"]')).toBeAttached();
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search leads")).toBeFocused();
  await page.keyboard.type("zzz no such lead");
  await expect(page.getByText("No lead matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(grid.getByRole("row").nth(1)).toBeVisible();
});

test("a lead of nobody's is not there, and says so", async ({ page }) => {
  await page.goto(`/leads/${"0".repeat(20)}`);
  await expect(page.getByText("This lead is not here")).toBeVisible();
});
