"use client";

import { lazy, Suspense } from "react";
import { setNeighbours } from "@/components/lead-record/neighbours";
import { useFilterParts } from "@/components/leads/filter/use-filter-parts";
import { BoardScreen } from "@/components/pipeline/board-screen";
import { filterOf, writeFilter } from "@/components/pipeline/search-params";
import { useBoardView } from "@/components/pipeline/use-board-view";

const BoardActions = lazy(() => import("./board-actions").then((module) => ({ default: module.BoardActions })));

const Notice = lazy(() => import("@/components/leads/wrong/notice").then((module) => ({ default: module.Notice })));

/** The board, with the table's filters and what the table does with selected leads; the record learns what stands beside a lead. */
export function PipelineBoard({ isRep }: { isRep: boolean }) {
  const boardView = useBoardView(isRep);
  const { button, chips } = useFilterParts(filterOf(boardView.search), (filter) =>
    boardView.change({ filter: writeFilter(filter) }),
  );
  return (
    <BoardScreen
      boardView={boardView}
      filterButton={button}
      filterChips={
        <>
          {boardView.isViewGone && (
            <Suspense>
              <Notice unread={[]} isViewGone onDismiss={() => boardView.choose(boardView.view.id)} />
            </Suspense>
          )}
          {chips}
        </>
      }
      onLeads={setNeighbours}
      MoreActions={MoreActions}
    />
  );
}

const MoreActions = (props: { ids: string[]; onDone: () => void }) => (
  <Suspense>
    <BoardActions {...props} />
  </Suspense>
);
