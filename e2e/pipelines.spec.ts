import { z } from "zod";
import { card, openBoard, toast } from "./fixtures/board";
import { expect, expectAccessible, screenshot, test } from "./fixtures/test";

const Pipelines = z.object({
  pipelines: z.array(z.object({ id: z.string(), name: z.string(), stages: z.array(z.object({ id: z.string() })) })),
});

test("an administrator adds a pipeline, puts it before another by keys, and deletes it into a stage, which is taken back", async ({
  page,
}) => {
  const name = "Renewals";
  await page.goto("/settings/pipeline");
  const list = page.getByRole("list", { name: "Pipelines" });
  const dialog = page.getByRole("dialog", { name: "New pipeline" });
  const question = page.getByRole("dialog", { name: `Delete the pipeline ${name}?` });
  await expect(async () => {
    await page.getByRole("button", { name: "Add pipeline" }).click();
    await expect(dialog.getByLabel("Name")).toBeFocused({ timeout: 1000 });
  }).toPass();
  await expectAccessible(page);
  await page.keyboard.type("leads");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("There is a pipeline of this name.")).toBeVisible();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: /^Begin with/ }).click();
  await page.getByRole("option", { name: "The stages of Service plans" }).click();
  await dialog.getByRole("button", { name: "Add pipeline" }).click();
  await expect(toast(page, `${name} added`)).toBeVisible();
  const stages = page.getByRole("list", { name: `Stages of ${name}` });
  await expect(stages).toBeVisible();

  const up = list.getByRole("button", { name: `Move ${name} up` });
  const place = () =>
    list
      .getByRole("listitem")
      .evaluateAll((rows, wanted) => rows.findIndex((row) => row.textContent.includes(wanted)), name);
  const before = await place();
  await up.focus();
  await page.keyboard.press("Enter");
  await expect.poll(place).toBe(before - 1);
  await expect(up).toBeFocused();
  await expect(toast(page, `${name} moved`)).toBeVisible();
  await expectAccessible(page);

  const { pipelines } = Pipelines.parse(await (await page.request.get("/api/app/pipelines")).json());
  const made = pipelines.find((pipeline) => pipeline.name === name);
  await page.request.post("/api/app/board/cards", { data: { stageId: made?.stages[0]?.id, name: "Olsen family" } });
  await expect(list.getByRole("button", { name: new RegExp(`${name}.* 1 lead`) })).toBeVisible();

  await page.getByRole("button", { name: `Options of ${name}` }).click();
  await page.getByRole("menuitem", { name: "Delete pipeline" }).click();
  await expect(question).toContainText("The lead in it, and those in the bin, go to the stage you choose.");
  await question.getByRole("button", { name: /^Where its leads go/ }).click();
  await page.getByRole("option", { name: "Prospect · Leads" }).click();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Delete pipeline" }).click();
  await expect(toast(page, "1 lead moved to Prospect")).toBeVisible();
  await expect(list.getByRole("button", { name: new RegExp(name) })).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(list.getByRole("button", { name: new RegExp(`${name}.* 1 lead`) })).toBeVisible();
  await openBoard(page, `?pipeline=${made?.id ?? ""}`);
  await expect(card(page, "Olsen family")).toBeVisible();
});

test("another administrator sees it at once, and what one is writing stays", async ({ page, elsewhere }) => {
  const other = await elsewhere("admin");
  await Promise.all([page.goto("/settings/pipeline"), other.goto("/settings/pipeline")]);
  const named = (where: typeof page) => where.getByLabel("Name of the pipeline").first();
  const save = (where: typeof page) => where.getByRole("button", { name: "Save stages" }).first().click();
  await expect(async () => {
    await named(other).fill("Homes");
    await save(other);
    await expect(toast(other, "Homes saved")).toBeVisible({ timeout: 5000 });
  }).toPass();
  await expect(named(page)).toHaveValue("Homes");
  await named(page).fill("My homes");
  await named(other).fill("Their homes");
  await save(other);
  await expect(page.getByText("Somebody changed this pipeline meanwhile.")).toBeVisible();
  await expect(named(page)).toHaveValue("My homes");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show it as it is now" }).click();
  await expect(named(page)).toHaveValue("Their homes");
});

test("new leads start in another pipeline, and the only one is not deleted", async ({ page }) => {
  await page.goto("/settings/pipeline");
  const list = page.getByRole("list", { name: "Pipelines" });
  const rows = list.getByRole("listitem");
  const option = async (place: number, name: string) => {
    await expect(async () => {
      await rows
        .nth(place)
        .getByRole("button", { name: /^Options of/ })
        .click();
      await expect(page.getByRole("menuitem", { name })).toBeVisible({ timeout: 5000 });
    }).toPass();
    await page.getByRole("menuitem", { name }).click();
  };
  await expect(rows.first()).toContainText("New leads start here");
  await option(1, "Let new leads start here");
  await expect(rows.nth(1)).toContainText("New leads start here");
  await expect(rows.first()).not.toContainText("New leads start here");
  for (let count = await rows.count(); count > 1; count -= 1) {
    await option(1, "Delete pipeline");
    const question = page.getByRole("dialog", { name: /^Delete the pipeline/ });
    await question.getByRole("button", { name: "Delete pipeline" }).click();
    await expect(rows).toHaveCount(count - 1);
    await expect(question).toHaveCount(0);
  }
  await rows.getByRole("button", { name: /^Options of/ }).click();
  await expect(page.getByRole("menuitem", { name: "Delete pipeline" })).toHaveAttribute("aria-disabled", "true");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });
    test("everybody can use the settings of pipelines, on a narrow screen as well", async ({ page }) => {
      await page.goto("/settings/pipeline");
      await expect(page.getByRole("list", { name: "Pipelines" })).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      await screenshot(page, `pipelines-narrow-${colorScheme}`);
    });
  });
}

test.describe("on a tablet", () => {
  test.use({ viewport: { width: 768, height: 1024 } });
  test("the names of stages have room to be read", async ({ page }) => {
    await page.goto("/settings/pipeline");
    const name = page.getByRole("textbox", { name: "Name of the stage" }).first();
    await expect(name).toBeVisible();
    expect((await name.boundingBox())?.width).toBeGreaterThan(120);
  });

  test("what members may do and the keys of programs are in sight", async ({ page }) => {
    for (const [path, head] of [
      ["/settings/members", "Members"],
      ["/settings/developer", "Private integrations"],
    ] as const) {
      await page.goto(path);
      const last = page.getByRole("region", { name: head }).getByRole("row").last().getByRole("button").last();
      await expect(last).toBeVisible();
      await expect(last).toBeInViewport({ ratio: 1 });
    }
  });
});
