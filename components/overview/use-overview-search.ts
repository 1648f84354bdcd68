import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { appointmentPeriods, overviewRanges } from "@/lib/reports/model";
import { overviewDefaults } from "./search-params";

const parsers = {
  range: parseAsStringLiteral(overviewRanges).withDefault(overviewDefaults.range),
  pipeline: parseAsString.withDefault(overviewDefaults.pipeline),
  owner: parseAsString.withDefault(overviewDefaults.owner),
  source: parseAsString.withDefault(overviewDefaults.source),
  appointments: parseAsStringLiteral(appointmentPeriods).withDefault(overviewDefaults.appointments),
};

/** What the overview shows, and the way to show something else: both are the page's URL. */
export const useOverviewSearch = () => useQueryStates(parsers);
