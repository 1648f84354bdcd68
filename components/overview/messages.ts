import { inLanguage } from "@/lib/kit/language";
import { sayNumber } from "@/lib/kit/number";
import type { AppointmentPeriod, OverviewRange } from "@/lib/reports/model";

/** The words of the overview. */
export const messages = inLanguage("overview", {
  title: "Overview",
  asOf: (time: string) => `As of ${time}`,
  range: "Time range",
  ranges: { "7": "7 days", "30": "30 days", "90": "90 days", "365": "12 months", all: "All time" } satisfies Record<
    OverviewRange,
    string
  >,
  shortRanges: { "7": "7d", "30": "30d", "90": "90d", "365": "12m", all: "All" } satisfies Record<
    OverviewRange,
    string
  >,
  pipeline: "Pipeline",
  allPipelines: "All pipelines",
  owner: "Owner",
  allOwners: "All owners",
  noOwner: "Nobody",
  allSources: "All sources",

  newLeads: "New leads",
  newValue: "Value of new leads",
  wonValue: "Won value",
  winRate: "Win rate",
  wonLeads: (won: number) => `${leadCount(won)} won in this range`,
  ofClosed: (won: number, closed: number) => `${sayNumber(won)} of ${sayNumber(closed)} closed in it`,
  points: (difference: string) => `${difference} points`,
  against: (days: string) => `vs. ${days}`,
  againstPeriodBefore: "vs. the period before",
  unchanged: "No change",
  noneBefore: "None before",

  trend: "New leads over time",
  trendBucket: (label: string, leads: number) => `${label}: ${leadCount(leads)}`,
  previously: (leads: number) => `${leadCount(leads)} a period before`,
  thisPeriod: "This period",
  showTable: "Table",
  showChart: "Chart",
  period: "Period",
  periodBefore: "Period before",

  byStatus: "Leads by status",
  bySource: "Leads by source",
  status: "Status",
  source: "Source",
  leads: "Leads",
  share: "Share",
  value: "Value",
  noSource: "No source",
  moreSources: (count: number) => `${count} more`,
  fewerSources: "Fewer",
  openLeads: (leads: number) => `: ${leadCount(leads)}. Open the list.`,

  appointments: "Appointments",
  periods: { upcoming: "Upcoming", today: "Today", week: "This week", month: "This month" } satisfies Record<
    AppointmentPeriod,
    string
  >,
  noAppointments: {
    upcoming: "Nothing is booked ahead",
    today: "No appointments today",
    week: "No appointments this week",
    month: "No appointments this month",
  } satisfies Record<AppointmentPeriod, string>,
  moreAppointments: (left: number) => `Show more (${sayNumber(left)} left)`,
  with: (host: string) => `with ${host}`,
  appointmentStatuses: {
    new: "New",
    confirmed: "Confirmed",
    rescheduled: "Rescheduled",
    cancelled: "Cancelled",
    showed: "Showed",
    noshow: "No-show",
    invalid: "Invalid",
  },

  funnel: "Funnel",
  forecast: "Forecast",
  leaders: "Leaderboard",
  stalled: "Stalled deals",
  overdue: "Tasks overdue",
  activity: "Recent activity",
  noActivity: "Nothing has happened yet",

  emptyTitle: "No leads yet",
  emptyHint: "Bring those you have, or let programs send them. They are counted here.",
  emptyImport: "Import leads",
  emptyAction: "See how to send one",
  emptyRange: "No leads were made in this range.",
  failedTitle: "The overview could not be loaded",
  failedTile: "This could not be loaded",
});

function leadCount(leads: number): string {
  return leads === 1 ? "1 lead" : `${sayNumber(leads)} leads`;
}
