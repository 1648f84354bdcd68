import { expect, test } from "vitest";
import type { FilterChoices } from "@/components/leads/filter/fields";
import { plainSettings, type ViewSettings } from "@/components/leads/state/search-params";
import { FailedRequest } from "@/lib/client/api";
import { askedWrongly } from "./asked-wrongly";

const known: FilterChoices = { stages: [], choices: undefined };
const settings: ViewSettings = {
  ...plainSettings,
  filter: {
    all: [
      { field: "stage", operator: "is", value: "nonsense" },
      { field: "name", operator: "contains", value: "roof" },
      { field: "custom:AbCdEfGhIjKlMnOpQrSt", operator: "is", value: "x" },
    ],
  },
  sorts: [{ field: "name", direction: "asc" }],
};
const refused = (...paths: string[]) =>
  askedWrongly(
    new FailedRequest(422, "", null, Object.fromEntries(paths.map((path) => [path, "This is not an id."]))),
    settings,
    known,
  );

test("what is wrong with a filter is told of its parts, and the rest is left", () => {
  expect(refused("filter.all.0.value", "filter.all.2.field")).toEqual({
    sentences: [
      "“Stage is (gone)” is about something that is not there, or not any more.",
      "A filter is by a field that is not there any more.",
    ],
    rest: { filter: { all: [{ field: "name", operator: "contains", value: "roof" }] } },
  });
  expect(refused("filter")?.rest).toEqual({ filter: { all: [] } });
});

test("an order by what is gone is left out; other failures are none of this", () => {
  expect(refused("sort.0")?.rest).toEqual({ sorts: [] });
  expect(refused()).toBeNull();
  expect(askedWrongly(new Error("offline"), settings, known)).toBeNull();
});
