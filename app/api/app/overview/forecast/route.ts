import { endpoint } from "@/lib/dialects/native/dialect";
import { OverviewQuery, scopeOf } from "@/lib/dialects/native/overview";
import { ForecastAnswer, printForecast } from "@/lib/dialects/native/reports";
import { readForecast } from "@/lib/reports/read-forecast";

export const GET = endpoint({
  operation: "app-overview-forecast",
  summary: "What open deals are expected to bring, month by month",
  permission: "reports.read",
  query: OverviewQuery,
  answer: ForecastAnswer,
  input: ({ query }) => scopeOf(query),
  run: readForecast,
  print: printForecast,
});
