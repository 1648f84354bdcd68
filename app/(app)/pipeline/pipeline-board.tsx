"use client";

import { lazy, Suspense } from "react";
import { setNeighbours } from "@/components/lead-record/neighbours";
import { useFilterParts } from "@/components/leads/filter/use-filter-parts";
import { BoardScreen } from "@/components/pipeline/board-screen";
import { filterOf, writeFilter } from "@/components/pipeline/search-params";
import { useBoardSearch } from "@/components/pipeline/use-board-search";

const BoardActions = lazy(() => import("./board-actions").then((module) => ({ default: module.BoardActions })));

/** The board, with the table's filters and what the table does with selected leads; the record learns what stands beside a lead. */
export function PipelineBoard() {
  const [search, setSearch] = useBoardSearch();
  const { button, chips } = useFilterParts(filterOf(search), (filter) => setSearch({ filter: writeFilter(filter) }));
  return <BoardScreen filterButton={button} filterChips={chips} onLeads={setNeighbours} MoreActions={MoreActions} />;
}

const MoreActions = (props: { ids: string[]; onDone: () => void }) => (
  <Suspense>
    <BoardActions {...props} />
  </Suspense>
);
