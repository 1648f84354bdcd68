"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, SearchX } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { StateMessage } from "@/components/ui/state-message";
import { Board } from "./board";
import { BoardSearchBox } from "./board-search-box";
import { BoardSkeleton } from "./board-skeleton";
import { messages } from "./messages";
import { boardQuery } from "./queries";
import { boardStatuses, countConditions, isFiltered, tableOf } from "./search-params";
import { useBoardSearch } from "./use-board-search";

/** A pipeline of the location: its open deals as cards in columns, or others, as the filters say. */
export function BoardScreen() {
  const [search, setSearch] = useBoardSearch();
  const [adding, setAdding] = useState<string | null>(null);
  const query = useQuery(boardQuery(search));
  const board = query.data;
  const total = board?.columns.reduce((sum, { count }) => sum + count, 0);
  const clear = () => setSearch({ search: "", filter: "" });
  return (
    <div className="flex h-[calc(100dvh-3.5rem)] min-w-0 flex-col md:h-dvh">
      <PageHeader
        title={messages.title}
        detail={total !== undefined && <span role="status">{messages.leads(total)}</span>}
      >
        {board && board.pipelines.length > 1 && (
          <Select
            label={messages.pipeline}
            value={board.pipeline.id}
            onChange={(pipeline) => setSearch({ pipeline })}
            options={board.pipelines.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Select
          label={messages.status}
          value={search.status}
          onChange={(status) => setSearch({ status })}
          options={boardStatuses.map((value) => ({ value, label: messages.statuses[value] }))}
        />
        <BoardSearchBox value={search.search} onChange={(words) => setSearch({ search: words })} />
        {board && <ViewSwitch tableHref={tableOf(search, board.pipeline.id)} />}
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
      {search.filter !== "" && (
        <div className="border-line text-ink-muted flex items-center gap-2 border-b px-4 py-2 text-sm md:px-6">
          <span>
            {messages.filteredHint}: {messages.filtered(countConditions(search.filter))}
          </span>
          <Button variant="quiet" size="small" onClick={clear}>
            {messages.clear}
          </Button>
        </div>
      )}
      {query.error && !board ? (
        <QueryFailure
          error={query.error}
          title={messages.failed}
          onRetry={() => void query.refetch()}
          className="py-20"
        />
      ) : !board ? (
        <BoardSkeleton />
      ) : total === 0 && isFiltered(search) ? (
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
        <Board key={board.pipeline.id} board={board} search={search} adding={adding} setAdding={setAdding} />
      )}
    </div>
  );
}

/** The board, or the same leads as a table. */
const ViewSwitch = ({ tableHref }: { tableHref: string }) => (
  <nav
    aria-label={messages.view}
    className="bg-hover inline-flex h-8 items-center gap-0.5 rounded-md p-0.5 text-sm pointer-coarse:h-10"
  >
    <span aria-current="page" className="bg-raised shadow-card flex h-full items-center rounded-sm px-2.5 font-medium">
      {messages.board}
    </span>
    <Link
      href={tableHref}
      prefetch={false}
      className="text-ink-muted hover:text-ink flex h-full items-center rounded-sm px-2.5"
    >
      {messages.table}
    </Link>
  </nav>
);
