import { pressUntilFocused } from "./fixtures/keys";
import { expect, expectAccessible, test } from "./fixtures/test";

test("likely duplicates are gone through, told apart and merged with the keyboard", async ({ page, location }) => {
  for (const [phone, names] of [
    ["+13125550171", ["Ada", "Adele"]],
    ["+13125550172", ["Bert", "Bea"]],
  ] as const)
    for (const first_name of names) await location.addLead({ first_name, last_name: "Twin", phone });
  await page.goto("/leads/duplicates");
  const pair = (name: RegExp) => page.getByRole("region", { name });
  await expect(pair(/Ada.* Twin/)).toBeVisible();
  await expect(pair(/Bert.* Twin/)).toBeVisible();
  await expectAccessible(page);

  const first = page.getByRole("region", { name: / Twin and / }).first();
  const name = await first.getByRole("heading").innerText();
  await pressUntilFocused(page, "j", first);
  await page.keyboard.press("n");
  await expect(page.getByText("Marked as two people").first()).toBeVisible();
  await expect(page.getByRole("region", { name })).toHaveCount(0);
  const other = page.getByRole("region", { name: / Twin and / });
  await pressUntilFocused(page, "j", other);
  await page.keyboard.press("m");
  await expect(other).toHaveCount(0);

  await page.keyboard.press("z");
  await expect(other).toBeVisible();
});
