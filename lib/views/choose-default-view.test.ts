import { expect, test } from "vitest";
import { aLocation, aMember, contextOf } from "@/db/testing/factories";
import { meanwhile } from "@/db/testing/meanwhile";
import { chooseDefaultView } from "./choose-default-view";
import { createView } from "./create-view";
import { listViews } from "./list-views";

test("of two views that are chosen at once, the last one is the default", async () => {
  const location = await aLocation();
  const context = contextOf(location, await aMember(location));
  const [one, other] = [
    await createView(context, { name: "One", kind: "table", query: {} }),
    await createView(context, { name: "Other", kind: "table", query: {} }),
  ];
  await meanwhile(
    context,
    (inside) => chooseDefaultView(inside, { kind: "table", viewId: one.id }),
    () => chooseDefaultView(context, { kind: "table", viewId: other.id }),
  );
  expect((await listViews(context, {})).filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([other.id]);
  await chooseDefaultView(context, { kind: "table", viewId: null });
  expect((await listViews(context, {})).some(({ isDefault }) => isDefault)).toBe(false);
});
