import { inLanguage } from "@/lib/kit/language";
import { sayNumber } from "@/lib/kit/number";

const leadCount = (leads: number): string => (leads === 1 ? "1 lead" : `${sayNumber(leads)} leads`);

/** The words of the tiles that are fetched later. */
export const laterMessages = inLanguage("overviewLater", {
  funnelHint: (pipeline: string) =>
    `Leads of “${pipeline}” made in this range that came to a stage or further on. Days are the median of how long leads stayed that moved on in it.`,
  noFunnel: "No leads were made in this range",
  stage: "Stage",
  reached: "Reached",
  ofPrevious: "From prior",
  medianDays: "Days",
  won: "Won",
  openLeads: (leads: number) => `: ${leadCount(leads)}. Open the list.`,

  forecastHint:
    "Open deals by the month in which they are likely to be won, from how long deals usually stay in each stage. Weighted by the chance of winning.",
  noForecast: "No open deal to expect anything from",
  month: "Month",
  later: "Later",
  deals: "Deals",
  weighted: "Weighted",
  value: "Value",

  leadersHint: "Won in this range, whenever the lead was made.",
  noLeaders: "Nobody won or got a lead in this range",
  owner: "Owner",
  wonValue: "Value won",
  wonLeads: "Won",
  newLeads: "New",
  nobody: "Nobody",

  noStalled: "No deal has stalled",
  /** Days, where they are the same for all. */
  stalledTotal: (leads: number, days?: number) =>
    `${leads === 1 ? "1 open deal" : `${sayNumber(leads)} open deals`}${days === undefined ? "" : ` with no move for over ${days} days`}`,
  stalledSince: (days: number) => `no move for over ${days} days`,

  noOverdue: "No task is overdue",
  overdueTotal: (leads: number) => `${leadCount(leads)} with an overdue task`,
});
