import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
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

/** How many appointments are read when more are asked for than the first few. */
const moreAppointments = "30";

/** The appointments of a period, page after page, and how many each period has. */
export const appointmentsQuery = (period: AppointmentPeriod) =>
  infiniteQueryOptions({
    queryKey: ["overview", "appointments", period],
    queryFn: ({ pageParam: cursor, signal }) => {
      const parameters = new URLSearchParams({ period, ...(cursor && { cursor, limit: moreAppointments }) });
      return api<AppointmentsAnswer>(`/api/app/overview/appointments?${parameters}`, { signal });
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** What happened last. */
export const activityQuery = () =>
  queryOptions({
    queryKey: ["overview", "activity"],
    queryFn: ({ signal }) => api<ActivityAnswer>("/api/app/overview/activity", { signal }),
  });
