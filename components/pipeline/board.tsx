"use client";

import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useLatest } from "@/components/ui/use-latest";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { columnOf, findCard } from "./board-cache";
import { BoardColumn } from "./board-column";
import { BoardContext, type BoardValue } from "./board-context";
import { createBoardStore, useStoredState } from "./board-store";
import { type Card, type Target, without } from "./columns";
import { messages } from "./messages";
import type { BoardSearch } from "./search-params";
import type { SelectionActions } from "./selection-bar";
import { StageSwitcher } from "./stage-switcher";
import { useBoardKeys } from "./use-board-keys";
import { useCardFocus } from "./use-card-focus";
import { useCollapsed } from "./use-collapsed";
import { type Outcome, type Over, useDrag } from "./use-drag";
import { useFetchedDragTools } from "./use-drag-tools";
import { useLift } from "./use-lift";
import { useLiveBoard } from "./use-live-board";
import { nameOf, useMoves } from "./use-moves";
import { useOpenLead } from "./use-open-lead";
import { useSelection } from "./use-selection";

const LostReason = lazy(() => import("./lost-reason").then((module) => ({ default: module.LostReason })));
const SelectionBar = lazy(() => import("./selection-bar").then((module) => ({ default: module.SelectionBar })));

type BoardProps = {
  board: BoardAnswer;
  search: BoardSearch;
  adding: string | null;
  setAdding: (stageId: string | null) => void;
  /** Told which leads the board has, column by column, when one of them is opened. */
  onLeads: (leadIds: readonly string[]) => void;
  MoreActions: SelectionActions;
};

/** The columns of a pipeline and the cards in them, to be moved by mouse, keyboard or menu, one or several. */
export function Board({ board, search, adding, setAdding, onLeads, MoreActions }: BoardProps) {
  const client = useQueryClient();
  const [store] = useState(createBoardStore);
  const selection = useSelection(store);
  const [collapsed, toggleCollapsed] = useCollapsed();
  const [said, say] = useState("");
  const [asking, setAsking] = useState<Card[] | null>(null);
  const [current, setCurrent] = useState("");
  const open = board.columns.filter(({ id }) => !collapsed.has(id));
  const shown = (open.find(({ id }) => id === current) ?? open[0] ?? board.columns[0])?.id ?? "";
  const { focus, registerColumn } = useCardFocus(setCurrent);
  const move = useMoves(store, search);
  const lifting = useLift({ store, board, search, collapsed, move, say, focus });
  const openLead = useOpenLead(store, board, search, onLeads);

  /** The selected cards, in the order in which they are seen. */
  const selectedCards = () => {
    const { selected } = store.get();
    return board.columns.flatMap(({ id }) =>
      columnOf(client, search, id).cards.filter((card) => selected.has(card.id)),
    );
  };
  const together = (card: Card): Card[] => (store.get().selected.has(card.id) ? selectedCards() : [card]);
  const moveTo = (cards: Card[], to: Target) => {
    const stage = board.columns.find(({ id }) => id === to.stageId);
    const isWithin = cards.every(({ stageId }) => stageId === to.stageId);
    const what = nameOf(cards);
    move({ cards, to, done: isWithin ? messages.movedWithin(what) : messages.movedTo(what, stage?.name ?? "") });
    selection.clear();
  };
  const end = (cards: Card[], outcome: Outcome, lostReasonId: string | null = null) => {
    setAsking(null);
    const what = nameOf(cards);
    if (outcome === "archive") move({ cards, archived: true, done: messages.archived(what) });
    else if (outcome === "won") move({ cards, status: "won", done: messages.marked.won(what) });
    else move({ cards, status: "lost", lostReasonId, done: messages.marked.lost(what) });
    selection.clear();
  };
  const finish = (cards: Card[], outcome: Outcome) => {
    if (outcome === "lost" && board.asksLostReason && board.lostReasons.length > 0) setAsking(cards);
    else end(cards, outcome);
  };
  const tools = useFetchedDragTools();
  // What is asked when a card is dropped is there by then, whatever became of the connection.
  useEffect(() => void Promise.all([import("./lost-reason"), import("./selection-bar")]).catch(() => {}), []);
  useDrag(tools, store, (ids, target) => {
    const cards = ids.flatMap((id) => findCard(client, search, id) ?? []);
    if (cards.length === 0) return;
    if ("outcome" in target) return finish(cards, target.outcome);
    const others = without(columnOf(client, search, target.stageId), new Set(ids)).cards;
    moveTo(cards, { stageId: target.stageId, index: placeOf(target, others) });
  });
  const notice = useLiveBoard(store, search) ? messages.heldChanged : null;
  useBoardKeys({ store, board, search, collapsed, selection, lifting, focus, together, startAdding: setAdding });

  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = scroller.current;
    return node ? tools?.autoScrollForElements({ element: node, getAllowedAxis: () => "horizontal" }) : undefined;
  }, [tools]);
  // To the next whole minute: what the server says anew each time would draw every card again.
  const minute = Math.ceil(new Date(board.asOf).getTime() / millisecondsPerMinute);
  const { timeZone } = board;
  const latest = useLatest({ board, together, moveTo, finish, openLead });
  const value = useMemo<BoardValue>(
    () => ({
      store,
      tools,
      search,
      clock: { now: new Date(minute * millisecondsPerMinute), timeZone },
      facts: new Set(search.facts),
      selection,
      readBoard: () => latest.current.board,
      openLead: (leadId) => latest.current.openLead(leadId),
      together: (card) => latest.current.together(card),
      move,
      moveTo: (cards, to) => latest.current.moveTo(cards, to),
      finish: (cards, outcome) => latest.current.finish(cards, outcome),
      setAdding,
      registerColumn,
    }),
    [store, tools, search, minute, timeZone, selection, latest, move, setAdding, registerColumn],
  );
  const isDragging = useStoredState(store, ({ dragged }) => dragged !== null);
  const isSelecting = useStoredState(store, ({ selected }) => selected.size > 0);
  const [wasSelecting, setWasSelecting] = useState(false);
  if (isSelecting && !wasSelecting) setWasSelecting(true);
  return (
    <BoardContext value={value}>
      <div className="relative flex min-h-0 flex-1 flex-col">
        <p id="board-help" className="sr-only">
          {messages.help}
        </p>
        <div role="status" className="sr-only">
          {[said, notice].filter(Boolean).join(" ")}
        </div>
        <StageSwitcher
          stages={board.columns}
          value={shown}
          onChange={(stageId) => {
            setCurrent(stageId);
            // What is closed on a wide screen is open where there is one column.
            if (collapsed.has(stageId)) toggleCollapsed(stageId);
          }}
        />
        <div
          ref={scroller}
          className="relative flex min-h-0 flex-1 gap-3 overflow-x-auto overflow-y-hidden p-4 md:px-6"
        >
          {board.columns.map((stage) => (
            <BoardColumn
              key={stage.id}
              stage={stage}
              isCollapsed={collapsed.has(stage.id)}
              onCollapse={toggleCollapsed}
              isCurrent={stage.id === shown}
              isAdding={stage.id === adding}
            />
          ))}
        </div>
        {tools && isDragging && <tools.OutcomeBar notice={notice} />}
        <Suspense>
          {asking && (
            <LostReason
              cards={asking}
              reasons={board.lostReasons}
              onChoose={(reasonId) => end(asking, "lost", reasonId)}
              onCancel={() => setAsking(null)}
            />
          )}
          {wasSelecting && (
            <SelectionBar
              cards={selectedCards}
              isHidden={!isSelecting || isDragging || asking !== null}
              MoreActions={MoreActions}
            />
          )}
        </Suspense>
      </div>
    </BoardContext>
  );
}

const millisecondsPerMinute = 60_000;

/** The place among the cards that stay, where those in the hand were let go. */
function placeOf(target: Exclude<Over, { outcome: Outcome }>, others: Card[]): number {
  if ("end" in target) return target.end === "top" ? 0 : others.length;
  const beside = others.findIndex(({ id }) => id === target.cardId);
  return beside < 0 ? 0 : beside + (target.edge === "bottom" ? 1 : 0);
}
