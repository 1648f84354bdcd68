"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, SearchX, SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import { LeadSearchBox } from "@/components/fields/lead-search-box";
import { LeadViews } from "@/components/fields/lead-views";
import { QueryFailure } from "@/components/fields/query-failure";
import { ViewTabs } from "@/components/fields/views/view-tabs";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { StateMessage } from "@/components/ui/state-message";
import { isFailedRequest } from "@/lib/client/api";
import { Board } from "./board";
import { BoardSkeleton } from "./board-skeleton";
import { messages } from "./messages";
import { boardQuery } from "./queries";
import { boardStatuses, tableOf } from "./search-params";
import type { SelectionActions } from "./selection-bar";
import { boardScope } from "./use-board-keys";
import type { BoardView } from "./use-board-view";
import { isChanged, looksForSome, viewBody } from "./view";

type BoardScreenProps = {
  boardView: BoardView;
  /** What the filter is opened with, and the filters in force: as the table has them. */
  filterButton: ReactNode;
  filterChips: ReactNode;
  /** Told which leads the board has, column by column, when one of them is opened. */
  onLeads: (leadIds: readonly string[]) => void;
  MoreActions: SelectionActions;
};

/** A pipeline of the location: its open deals as cards in columns, or others, as the filters say. */
export function BoardScreen({ boardView, filterButton, filterChips, onLeads, MoreActions }: BoardScreenProps) {
  const { views, view, search, change: setSearch, choose } = boardView;
  const [adding, setAdding] = useState<string | null>(null);
  const query = useQuery(boardQuery(search));
  const board = query.data;
  const total = board?.columns.reduce((sum, { count }) => sum + count, 0);
  const clear = () => setSearch({ search: "", filter: "" });
  const factsButton = (
    <Button variant="quiet" size="small">
      <SlidersHorizontal aria-hidden />
      <span className="max-sm:sr-only">{messages.onCards}</span>
    </Button>
  );
  return (
    <div className="flex h-[calc(100dvh-3.5rem)] min-w-0 flex-col md:h-dvh">
      <PageHeader
        title={messages.title}
        detail={total !== undefined && <span role="status">{messages.leads(total)}</span>}
      >
        <LeadSearchBox
          words={search.search}
          scope={boardScope}
          label={messages.search}
          onChange={(words) => setSearch({ search: words })}
        />
        <LeadViews present="board" href={tableOf(search, board?.pipeline.id ?? null)} />
        <Button
          variant="primary"
          className="max-sm:hidden"
          disabled={!board}
          onClick={() => setAdding(board?.columns[0]?.id ?? null)}
        >
          <Plus aria-hidden />
          {messages.newLead}
        </Button>
      </PageHeader>
      <div className="border-line flex min-h-10 flex-wrap items-center gap-x-2 border-b px-4 md:px-6 lg:flex-nowrap">
        <div className="flex h-10 min-w-0 grow items-center max-lg:basis-full">
          <ViewTabs
            views={views}
            view={view}
            kind="board"
            body={viewBody(search)}
            isChanged={isChanged(view, search)}
            onChoose={choose}
          />
        </div>
        <div className="flex min-h-10 shrink-0 items-center gap-1 max-lg:grow">
          {board && board.pipelines.length > 1 && (
            <Select
              label={messages.pipeline}
              value={board.pipeline.id}
              onChange={(pipeline) => setSearch({ pipeline })}
              options={board.pipelines.map(({ id, name }) => ({ value: id, label: name }))}
              className="h-7! max-w-48 min-w-0"
            />
          )}
          <Select
            label={messages.status}
            value={search.status}
            onChange={(status) => setSearch({ status })}
            options={boardStatuses.map((value) => ({ value, label: messages.statuses[value] }))}
            className="h-7!"
          />
          <span className="flex-1" />
          {filterButton}
          <OnDemand
            popup="dialog"
            trigger={factsButton}
            load={() => import("./card-facts-panel")}
            renderPanel={({ CardFactsPanel }) => (
              <CardFactsPanel trigger={factsButton} facts={search.facts} onChange={(facts) => setSearch({ facts })} />
            )}
          />
        </div>
      </div>
      {filterChips}
      {isFailedRequest(query.error) && query.error.status === 404 ? (
        <StateMessage
          live
          icon={<SearchX />}
          title={messages.goneTitle}
          className="py-20"
          action={<Button onClick={() => setSearch({ pipeline: "" })}>{messages.showFirst}</Button>}
        >
          {messages.goneHint}
        </StateMessage>
      ) : query.error && !board ? (
        <QueryFailure
          error={query.error}
          title={messages.failed}
          onRetry={() => void query.refetch()}
          className="py-20"
        />
      ) : !board ? (
        <BoardSkeleton />
      ) : total === 0 && looksForSome(search) && adding === null ? (
        <StateMessage
          live
          icon={<SearchX />}
          title={messages.noMatchTitle}
          className="py-20"
          action={<Button onClick={clear}>{messages.clear}</Button>}
        >
          {messages.noMatchHint}
        </StateMessage>
      ) : (
        <Board
          key={board.pipeline.id}
          board={board}
          search={search}
          adding={adding}
          setAdding={setAdding}
          onLeads={onLeads}
          MoreActions={MoreActions}
        />
      )}
    </div>
  );
}
