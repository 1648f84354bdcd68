import { expect, test } from "vitest";
import { overviewDefaults, readOverviewSearch } from "./search-params";

test("a URL says what the overview shows; what it does not know is the default", () => {
  expect(readOverviewSearch({})).toEqual(overviewDefaults);
  expect(readOverviewSearch({ range: "7", pipeline: "x", owner: "y", source: "web", appointments: "week" })).toEqual({
    range: "7",
    pipeline: "x",
    owner: "y",
    source: "web",
    appointments: "week",
  });
  expect(readOverviewSearch({ range: "8", pipeline: ["x", "y"], appointments: "now" })).toEqual(overviewDefaults);
});
