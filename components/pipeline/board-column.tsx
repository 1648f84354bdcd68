"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { isFailedRequest } from "@/lib/client/api";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { BoardCard, DropLine } from "./board-card";
import { useBoard } from "./board-context";
import { CardSkeletons } from "./board-skeleton";
import { useBoardState } from "./board-store";
import { ClosedColumn } from "./closed-column";
import { ColumnHead } from "./column-head";
import { type Card, type Column, without } from "./columns";
import { messages } from "./messages";
import { columnQuery, readFurther } from "./queries";
import { QuickAdd } from "./quick-add";
import { isDragged } from "./use-drag";
import { useDragging } from "./use-drag-tools";
import type { Lift } from "./use-lift";

type BoardColumnProps = {
  stage: BoardAnswer["columns"][number];
  isCollapsed: boolean;
  onCollapse: (stageId: string) => void;
  /** Whether it is the one that a narrow screen shows. */
  isCurrent: boolean;
  /** Whether leads are added at its foot. */
  isAdding: boolean;
};

const cardHeight = 104;
const gap = 8;
/** So many cards before the end of what is loaded, more are read. */
const aheadCards = 12;
const retryMilliseconds = 4000;

/** A stage: its head, its cards, and a foot to add one. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { stage, isCollapsed, onCollapse, isCurrent, isAdding } = props;
  const { search } = useBoard();
  const lift = useBoardState((state) => (state.lift && concerns(state.lift, stage.id) ? state.lift : null));
  const isOver = useBoardState(({ over }) => over !== null && "stageId" in over && over.stageId === stage.id);
  const isDragging = useBoardState(({ dragged }) => dragged !== null);
  const query = useQuery(columnQuery(stage.id, search));
  const column = query.data;
  const cards = shownIn(stage.id, column, lift);
  const body = useDropTarget(stage.id, isCollapsed);
  const toggle = () => onCollapse(stage.id);
  if (isCollapsed) return <ClosedColumn ref={body} stage={stage} isOver={isOver} onOpen={toggle} />;
  return (
    <section
      ref={body}
      data-stage={stage.id}
      aria-label={stage.name}
      className={classes(
        "flex min-h-0 w-full shrink-0 flex-col rounded-xl transition-colors md:w-72",
        !isCurrent && "max-md:hidden",
        isOver ? "bg-accent-wash" : "bg-sunken",
      )}
    >
      <ColumnHead stage={stage} onCollapse={toggle} />
      {query.error && !column ? (
        <div className="text-ink-muted flex flex-1 flex-col items-center gap-3 p-6 text-center text-sm" role="status">
          <p>{isFailedRequest(query.error) ? query.error.message : messages.cardsFailed}</p>
          <Button size="small" onClick={() => void query.refetch()}>
            {messages.retry}
          </Button>
        </div>
      ) : !column ? (
        <CardSkeletons count={3} />
      ) : cards.length === 0 ? (
        <p className="text-ink-faint flex-1 px-3 py-6 text-center text-xs">
          {isDragging ? null : (
            <>
              <span className="block font-medium">{messages.empty}</span>
              {messages.emptyHint}
            </>
          )}
        </p>
      ) : (
        <Cards stage={stage} cards={cards} hasMore={column.next !== null} />
      )}
      <QuickAdd stage={stage} isOpen={isAdding} />
    </section>
  );
});

/** Whether the cards in the hand of the keyboard come from a column, or stand in it now. */
const concerns = ({ cards, to }: Lift, stageId: string): boolean =>
  to.stageId === stageId || cards.some((card) => card.stageId === stageId);

/** The cards of a column; those in the hand of the keyboard stand where they have been moved to. */
function shownIn(stageId: string, column: Column | undefined, lift: Lift | null): Card[] {
  if (!column) return [];
  if (!lift) return column.cards;
  const others = without(column, lift.ids).cards;
  return lift.to.stageId === stageId ? others.toSpliced(lift.to.index, 0, ...lift.cards) : others;
}

/** The column as a place to drop on: the free room below its cards is their end. */
function useDropTarget(stageId: string, isCollapsed: boolean) {
  const element = useRef<HTMLElement>(null);
  useDragging(
    useCallback(
      (tools) =>
        element.current
          ? tools.dropTargetForElements({
              element: element.current,
              canDrop: ({ source }) => isDragged(source.data),
              getData: () => ({ stageId, end: isCollapsed ? "top" : "bottom" }),
            })
          : undefined,
      [stageId, isCollapsed],
    ),
  );
  return element;
}

type CardsProps = { stage: BoardAnswer["columns"][number]; cards: Card[]; hasMore: boolean };

function Cards({ stage, cards, hasMore }: CardsProps) {
  const { search, registerColumn } = useBoard();
  const isAtEnd = useBoardState(({ over }) => over !== null && "end" in over && over.stageId === stage.id);
  const client = useQueryClient();
  const scroller = useRef<HTMLDivElement>(null);
  const [isReading, setReading] = useState(false);
  // oxlint-disable-next-line react/incompatible-library -- what it answers is used here and handed to nobody
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    getItemKey: (index) => cards[index]?.id ?? index,
    gap,
    overscan: 4,
    paddingStart: 2,
    paddingEnd: 4,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
  });
  useDragging(
    useCallback(
      (tools) => (scroller.current ? tools.autoScrollForElements({ element: scroller.current }) : undefined),
      [],
    ),
  );
  useEffect(
    () => registerColumn(stage.id, (index) => virtualizer.scrollToIndex(index, { align: "auto" })),
    [registerColumn, stage.id, virtualizer],
  );
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const wantsMore = hasMore && last >= cards.length - aheadCards;
  useEffect(() => {
    if (!wantsMore || isReading) return;
    setReading(true);
    const { queryKey } = columnQuery(stage.id, search);
    const known = client.getQueryData<Column>(queryKey);
    if (!known) return;
    void readFurther(stage.id, search, known)
      .then((further) =>
        client.setQueryData<Column>(queryKey, (now) => {
          // What was moved meanwhile stays as it is now.
          const here = new Set(now?.cards.map(({ id }) => id));
          const fresh = further.cards.slice(known.cards.length).filter(({ id }) => !here.has(id));
          return now && { cards: [...now.cards, ...fresh], next: further.next };
        }),
      )
      .then(() => setReading(false))
      // Asked again after a pause, as long as somebody looks there.
      .catch(() => setTimeout(() => setReading(false), retryMilliseconds));
  }, [wantsMore, isReading, client, search, stage.id]);
  // The Tab key leads to one card of each column: where somebody was last, else the first in sight.
  const inSight = items.map(({ index }) => cards[index]?.id);
  const tabStop = useBoardState(({ activeId }) =>
    activeId !== null && inSight.includes(activeId) ? activeId : inSight[0],
  );
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2">
      <ul
        aria-label={messages.inStage(stage.count)}
        aria-busy={isReading}
        className="relative"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ index, key, start }) => {
          const card = cards[index];
          return (
            card && (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-setsize={Math.max(stage.count, cards.length)}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <BoardCard card={card} stalledAfterDays={stage.stalledAfterDays} isTabStop={card.id === tabStop} />
                {isAtEnd && index === cards.length - 1 && <DropLine edge="bottom" />}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
