import { z } from "zod";
import {
  addLeads,
  card,
  column,
  drag,
  expectColumn,
  hold,
  moveByApi,
  openBoard,
  ownWord,
  toast,
  toastButton,
} from "./fixtures/board";
import { startOwnServer } from "./fixtures/own-server";
import { expect, test } from "./fixtures/test";

const Timeline = z.object({ entries: z.array(z.object({ type: z.string() })) });

test("a server that is restarted while a card is in the hand loses no move and makes none twice", async ({
  browser,
}) => {
  // It starts a server with data of its own, twice.
  test.setTimeout(480_000);
  const server = await startOwnServer("restarted");
  const context = await server.signedIn(browser);
  try {
    const page = await context.newPage();
    const word = ownWord();
    const [a, b] = [`${word} a`, `${word} b`];
    const [first, second] = await addLeads(page, "Contact", [a, b]);
    if (!first || !second) throw new Error("There are no leads.");
    await openBoard(page, `?search=${word}`);
    await expectColumn(page, "Contact", [a, b]);

    await hold(page, card(page, a), column(page, "Prospect"));
    await server.stop();
    await page.mouse.up();
    // It goes back, and says why and what can be done.
    await expect(toast(page, `${a} stayed where it was`)).toBeVisible();
    await expect(toast(page, /The server could not be reached/)).toBeVisible();
    await expectColumn(page, "Contact", [a, b]);
    await expect(column(page, "Contact").getByText("2 leads", { exact: true })).toBeVisible();
    await expect(column(page, "Prospect").getByText("0 leads", { exact: true })).toBeVisible();

    await server.start();
    await toastButton(page, "Try again").click();
    await expect(toast(page, `${a} moved to Prospect`)).toBeVisible();
    await expectColumn(page, "Prospect", [a]);
    await expectColumn(page, "Contact", [b]);

    // What others do is seen again, without a look from here.
    await moveByApi(page, second, "Potential");
    await expectColumn(page, "Potential", [b]);

    // A move whose answer was lost on the way was made once: the board finds it where it is.
    await page.route("**/api/app/board/moves", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await drag(page, card(page, a), column(page, "Potential"));
    await expect(toast(page, `${a} stayed where it was`)).toBeVisible();
    await page.unroute("**/api/app/board/moves");
    await expectColumn(page, "Potential", [b, a]);
    const answer = await page.request.get(`/api/app/leads/${first.id}/timeline?kind=stages`);
    const { entries } = Timeline.parse(await answer.json());
    expect(entries.filter(({ type }) => type === "lead.stage_changed")).toHaveLength(2);
    await page.reload();
    await expectColumn(page, "Potential", [b, a]);
  } finally {
    await context.close();
    await server.stop();
  }
});
