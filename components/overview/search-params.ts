import { type AppointmentPeriod, appointmentPeriods, type OverviewRange, overviewRanges } from "@/lib/reports/model";

/** What the overview shows, as its URL says it. An empty pipeline, owner or source means all of them. */
export type OverviewSearch = {
  range: OverviewRange;
  pipeline: string;
  owner: string;
  source: string;
  appointments: AppointmentPeriod;
};

/** What it shows when the URL says nothing. */
export const overviewDefaults: OverviewSearch = {
  range: "90",
  pipeline: "",
  owner: "",
  source: "",
  appointments: "upcoming",
};

/** The search parameters of a URL, read on the server as the browser reads them: what is not known is the default. */
export function readOverviewSearch(search: Record<string, string | string[] | undefined>): OverviewSearch {
  const text = (name: "pipeline" | "owner" | "source") => {
    const value = search[name];
    return typeof value === "string" ? value : overviewDefaults[name];
  };
  return {
    range: overviewRanges.find((each) => each === search["range"]) ?? overviewDefaults.range,
    pipeline: text("pipeline"),
    owner: text("owner"),
    source: text("source"),
    appointments: appointmentPeriods.find((each) => each === search["appointments"]) ?? overviewDefaults.appointments,
  };
}
