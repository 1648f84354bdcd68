import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { ActivityAnswer, AppointmentsAnswer, OverviewAnswer } from "@/lib/dialects/native/overview";
import type { OverviewSearch } from "./search-params";

export type OverviewFilter = Omit<OverviewSearch, "appointments">;

/** The parameters of a report on what the filter says. */
export const reportParameters = ({ range, ...leads }: OverviewFilter): Record<string, string> => ({
  range,
  ...leadParameters(leads),
});

/** The parameters that say whose leads are meant. */
const leadParameters = ({ pipeline, owner, source }: Omit<OverviewFilter, "range">): Record<string, string> => ({
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

/** The parameters of the appointments of a period, about the leads that the filter says. */
export const appointmentsParameters = ({
  appointments: period,
  pipeline,
  owner,
  source,
}: OverviewSearch): Record<string, string> => ({ period, ...leadParameters({ pipeline, owner, source }) });

/** The appointments of a period, page after page, and how many each period has. */
export const appointmentsQuery = (search: OverviewSearch) => {
  const parameters = appointmentsParameters(search);
  return infiniteQueryOptions({
    queryKey: ["overview", "appointments", parameters],
    queryFn: ({ pageParam: cursor, signal }) => {
      const page = new URLSearchParams({ ...parameters, ...(cursor && { cursor, limit: moreAppointments }) });
      return api<AppointmentsAnswer>(`/api/app/overview/appointments?${page}`, { signal });
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
};

/** What happened last. */
export const activityQuery = () =>
  queryOptions({
    queryKey: ["overview", "activity"],
    queryFn: ({ signal }) => api<ActivityAnswer>("/api/app/overview/activity", { signal }),
  });
