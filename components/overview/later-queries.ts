import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type {
  ForecastAnswer,
  FunnelAnswer,
  LeadersAnswer,
  OverdueAnswer,
  StalledAnswer,
} from "@/lib/dialects/native/reports";
import { type OverviewFilter, reportParameters } from "./queries";

type Answers = {
  funnel: FunnelAnswer;
  forecast: ForecastAnswer;
  leaders: LeadersAnswer;
  stalled: StalledAnswer;
  overdue: OverdueAnswer;
};

/** The numbers of one of the tiles further down. */
export function reportQuery<Name extends keyof Answers>(name: Name, filter: OverviewFilter) {
  const parameters = reportParameters(filter);
  return queryOptions({
    queryKey: ["overview", name, parameters],
    queryFn: ({ signal }) =>
      api<Answers[Name]>(`/api/app/overview/${name}?${new URLSearchParams(parameters)}`, { signal }),
    placeholderData: keepPreviousData,
  });
}
