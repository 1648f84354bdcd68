import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { ActivityAnswer, AppointmentsAnswer, OverviewAnswer } from "@/lib/dialects/native/overview";
import type { AppointmentPeriod, OverviewRange } from "@/lib/reports/model";

export type OverviewFilter = { range: OverviewRange; pipeline: string; owner: string; source: string };

/** The parameters of a report on what the filter says. */
export const reportParameters = ({ range, pipeline, owner, source }: OverviewFilter): Record<string, string> => ({
  range,
  ...(pipeline && { pipeline }),
  ...(owner && { owner }),
  ...(source && { source }),
});

/** The figures of the overview. */
export const overviewQuery = (filter: OverviewFilter) => {
  const parameters = reportParameters(filter);
  return queryOptions({
    queryKey: ["overview", "figures", parameters],
    queryFn: ({ signal }) => api<OverviewAnswer>(`/api/app/overview?${new URLSearchParams(parameters)}`, { signal }),
    placeholderData: keepPreviousData,
  });
};

/** The appointments of a period, and how many each period has. */
export const appointmentsQuery = (period: AppointmentPeriod) =>
  queryOptions({
    queryKey: ["overview", "appointments", period],
    queryFn: ({ signal }) =>
      api<AppointmentsAnswer>(`/api/app/overview/appointments?${new URLSearchParams({ period })}`, { signal }),
    placeholderData: keepPreviousData,
  });

/** What happened last. */
export const activityQuery = () =>
  queryOptions({
    queryKey: ["overview", "activity"],
    queryFn: ({ signal }) => api<ActivityAnswer>("/api/app/overview/activity", { signal }),
  });
