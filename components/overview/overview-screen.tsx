"use client";

import { useQuery } from "@tanstack/react-query";
import { QueryFailure } from "@/components/fields/query-failure";
import { PageHeader } from "@/components/ui/page-header";
import { sayTime } from "@/lib/kit/moment";
import { AppointmentsCard } from "./appointments-card";
import { FiguresCard } from "./figures-card";
import { Later } from "./later";
import { messages } from "./messages";
import { NoLeads } from "./no-leads";
import { OverviewFilters } from "./overview-filters";
import { OverviewSkeleton } from "./overview-skeleton";
import { overviewQuery } from "./queries";
import { SourcesCard } from "./sources-card";
import { StagesCard } from "./stages-card";
import { useOverviewSearch } from "./use-overview-search";

/** What a manager looks at first: leads by status and source against the period before, appointments, activity. */
export function OverviewScreen({ canImport }: { canImport: boolean }) {
  const [search, setSearch] = useOverviewSearch();
  const { data, error, refetch, isPlaceholderData } = useQuery(overviewQuery(search));
  const asOf = data && new Date(data.asOf);
  const isNew = data && !data.hasLeads;
  return (
    <>
      <PageHeader title={messages.title} detail={asOf && messages.asOf(sayTime(asOf, data.timeZone))}>
        <OverviewFilters search={search} choices={data?.choices} onChange={(next) => void setSearch(next)} />
      </PageHeader>
      <div
        aria-busy={isPlaceholderData}
        className="@container mx-auto flex max-w-340 flex-col gap-4 p-4 transition-opacity aria-busy:opacity-60 md:p-6"
      >
        {error && !data ? (
          <QueryFailure error={error} title={messages.failedTitle} onRetry={() => void refetch()} />
        ) : !data ? (
          <OverviewSkeleton />
        ) : isNew ? (
          <NoLeads canImport={canImport} />
        ) : (
          <FiguresCard overview={data} />
        )}
        <div className="grid items-start gap-4 @4xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <div className="@container flex min-w-0 flex-col gap-4">
            {data && !isNew && <StagesCard overview={data} />}
            {!isNew && (
              <>
                <Later tile="funnel" className="min-h-74" />
                <Later tile="leaders" className="min-h-80" />
                <Later tile="overdue" className="min-h-60" />
              </>
            )}
            <Later tile="activity" className="min-h-80" />
          </div>
          <div className="@container flex min-w-0 flex-col gap-4">
            <AppointmentsCard />
            {data && !isNew && <SourcesCard overview={data} />}
            {!isNew && (
              <>
                <Later tile="forecast" className="min-h-92" />
                <Later tile="stalled" className="min-h-60" />
              </>
            )}
          </div>
        </div>
      </div>
    </>
  );
}
