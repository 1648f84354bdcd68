import { type AppointmentPeriod, appointmentPeriods, type OverviewRange, overviewRanges } from "@/lib/reports/model";

/** What the overview shows, as its URL says it. An empty pipeline means all of them. */
export type OverviewSearch = { range: OverviewRange; pipeline: string; appointments: AppointmentPeriod };

/** What it shows when the URL says nothing. */
export const overviewDefaults: OverviewSearch = { range: "90", pipeline: "", appointments: "upcoming" };

/** The search parameters of a URL, read on the server as the browser reads them: what is not known is the default. */
export function readOverviewSearch(search: Record<string, string | string[] | undefined>): OverviewSearch {
  const { range, pipeline } = search;
  return {
    range: overviewRanges.find((each) => each === range) ?? overviewDefaults.range,
    pipeline: typeof pipeline === "string" ? pipeline : overviewDefaults.pipeline,
    appointments: appointmentPeriods.find((each) => each === search["appointments"]) ?? overviewDefaults.appointments,
  };
}
