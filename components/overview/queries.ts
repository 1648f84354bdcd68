import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { ActivityAnswer, AppointmentsAnswer, OverviewAnswer } from "@/lib/dialects/native/overview";
import type { AppointmentPeriod, OverviewRange } from "@/lib/reports/model";

export type OverviewFilter = { range: OverviewRange; pipeline: string };

/** The figures of the overview. */
export const overviewQuery = ({ range, pipeline }: OverviewFilter) =>
  queryOptions({
    queryKey: ["overview", "figures", range, pipeline],
    queryFn: ({ signal }) =>
      api<OverviewAnswer>(`/api/app/overview?${new URLSearchParams({ range, ...(pipeline && { pipeline }) })}`, {
        signal,
      }),
    placeholderData: keepPreviousData,
  });

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
