import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { appointmentPeriods, overviewRanges } from "@/lib/reports/model";

/** What the overview shows, as its URL says it. */
export const overviewSearch = {
  range: parseAsStringLiteral(overviewRanges).withDefault("90"),
  pipeline: parseAsString.withDefault(""),
  appointments: parseAsStringLiteral(appointmentPeriods).withDefault("upcoming"),
};
