"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { SearchX, UsersRound } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Button, buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { FilterChips } from "./filter-chips";
import { LeadCards } from "./lead-cards";
import { LeadsFilters } from "./leads-filters";
import { LeadsSkeleton } from "./leads-skeleton";
import { LeadsTable } from "./leads-table";
import { messages } from "./messages";
import { leadsQuery, stagesQuery } from "./queries";
import { askedOf } from "./search-params";
import { useLeadsSearch } from "./use-leads-search";

/** How far a list is counted before it says that there are more. */
const countedLeads = 1000;

/** All leads that the person may see, newest first; a table, or cards where there is no room for one. */
export function LeadsScreen() {
  const [filter, setFilter] = useLeadsSearch();
  const { data: stages } = useQuery(stagesQuery());
  const list = useInfiniteQuery(leadsQuery(filter));
  const first = list.data?.pages[0];
  const leads = list.data?.pages.flatMap((page) => page.leads) ?? [];
  const isFiltered = Object.keys(askedOf(filter)).length > 0;
  const total = first?.total ?? null;
  return (
    <>
      <PageHeader
        title={messages.title}
        detail={total !== null && <span role="status">{messages.total(total, countedLeads)}</span>}
      >
        <LeadsFilters filter={filter} stages={stages?.stages ?? []} onChange={(change) => void setFilter(change)} />
      </PageHeader>
      <FilterChips filter={filter} stages={stages?.stages ?? []} onChange={(change) => void setFilter(change)} />
      <div aria-busy={list.isPlaceholderData} className="transition-opacity aria-busy:opacity-60">
        {list.error && !first ? (
          <QueryFailure
            error={list.error}
            title={messages.failed}
            onRetry={() => void list.refetch()}
            className="py-20"
          />
        ) : !first ? (
          <LeadsSkeleton />
        ) : leads.length === 0 ? (
          isFiltered ? (
            <StateMessage
              live
              icon={<SearchX />}
              title={messages.noMatchTitle}
              className="py-20"
              action={<Button onClick={() => void setFilter(null)}>{messages.clear}</Button>}
            >
              {messages.noMatchHint}
            </StateMessage>
          ) : (
            <StateMessage
              icon={<UsersRound />}
              title={messages.noneTitle}
              className="py-20"
              action={
                <a href={paths.apiReference()} className={buttonClass({ variant: "primary" })}>
                  {messages.noneAction}
                </a>
              }
            >
              {messages.noneHint}
            </StateMessage>
          )
        ) : (
          <>
            <LeadsTable leads={leads} asOf={first.asOf} timeZone={first.timeZone} />
            <LeadCards leads={leads} asOf={first.asOf} timeZone={first.timeZone} />
            <div className="flex justify-center p-4">
              {list.hasNextPage ? (
                <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {messages.more}
                </Button>
              ) : (
                <p className="text-ink-faint text-xs">{messages.end}</p>
              )}
            </div>
          </>
        )}
      </div>
    </>
  );
}
