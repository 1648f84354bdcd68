"use client";

import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { useQueryClient } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { columnOf, findCard } from "./board-cache";
import { BoardColumn } from "./board-column";
import { BoardContext, type BoardValue } from "./board-context";
import { type Card, type Target, without } from "./columns";
import { LostReason } from "./lost-reason";
import { messages } from "./messages";
import { OutcomeBar } from "./outcome-bar";
import type { BoardSearch } from "./search-params";
import { StageSwitcher } from "./stage-switcher";
import { useBoardKeys } from "./use-board-keys";
import { useCardFocus } from "./use-card-focus";
import { useCollapsed } from "./use-collapsed";
import { type Outcome, type Over, useDrag } from "./use-drag";
import { useLift } from "./use-lift";
import { useLiveBoard } from "./use-live-board";
import { nameOf, useMoves } from "./use-moves";
import { useSelection } from "./use-selection";

type BoardProps = {
  board: BoardAnswer;
  search: BoardSearch;
  adding: string | null;
  setAdding: (stageId: string | null) => void;
};

/** The columns of a pipeline and the cards in them, to be moved by mouse, keyboard or menu, one or several. */
export function Board({ board, search, adding, setAdding }: BoardProps) {
  const client = useQueryClient();
  const selection = useSelection();
  const [collapsed, toggleCollapsed] = useCollapsed();
  const [activeId, setActive] = useState<string | null>(null);
  const [said, say] = useState("");
  const [asking, setAsking] = useState<Card[] | null>(null);
  const [current, setCurrent] = useState("");
  const open = board.columns.filter(({ id }) => !collapsed.has(id));
  const shown = (open.find(({ id }) => id === current) ?? open[0] ?? board.columns[0])?.id ?? "";
  const { focus, registerColumn } = useCardFocus(setCurrent);
  const { move, pending } = useMoves(search);
  const lifting = useLift({ board, search, collapsed, move, say, focus });

  const cardsOf = (ids: Iterable<string>) => [...ids].flatMap((id) => findCard(client, search, id) ?? []);
  /** In the order in which they are seen. */
  const together = (card: Card): Card[] => {
    if (!selection.ids.has(card.id)) return [card];
    const all = board.columns.flatMap(({ id }) => columnOf(client, search, id).cards);
    return all.filter(({ id }) => selection.ids.has(id));
  };
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
  const { ids: dragged, over } = useDrag((ids, target) => {
    const cards = cardsOf(ids);
    if (cards.length === 0) return;
    if ("outcome" in target) return finish(cards, target.outcome);
    const others = without(columnOf(client, search, target.stageId), new Set(ids)).cards;
    moveTo(cards, { stageId: target.stageId, index: placeOf(target, others) });
  });
  const { arrived, isHeldChanged } = useLiveBoard(search, dragged ?? lifting.lift?.ids ?? null, pending);
  useBoardKeys({ board, search, collapsed, selection, lifting, focus, together, startAdding: setAdding });

  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = scroller.current;
    return node ? autoScrollForElements({ element: node, getAllowedAxis: () => "horizontal" }) : undefined;
  }, []);
  const now = useMemo(() => new Date(board.asOf), [board.asOf]);
  const notice = isHeldChanged ? messages.heldChanged : null;
  const clear = useCallback(() => selection.clear(), [selection]);
  const [, setLead] = useQueryState("lead", parseAsString.withOptions({ history: "push" }));
  const value: BoardValue = {
    board,
    search,
    openLead: (leadId) => void setLead(leadId),
    now,
    selection,
    activeId,
    setActive,
    lift: lifting.lift,
    dragged,
    over,
    pending,
    arrived,
    together,
    move,
    moveTo,
    finish,
    adding,
    setAdding,
    registerColumn,
  };
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
        <div ref={scroller} className="flex min-h-0 flex-1 gap-3 overflow-x-auto overflow-y-hidden p-4 md:px-6">
          {board.columns.map((stage) => (
            <BoardColumn
              key={stage.id}
              stage={stage}
              isCollapsed={collapsed.has(stage.id)}
              onCollapse={() => toggleCollapsed(stage.id)}
              isCurrent={stage.id === shown}
            />
          ))}
        </div>
        {dragged && <OutcomeBar notice={notice} />}
        {asking && (
          <LostReason
            cards={asking}
            onChoose={(reasonId) => end(asking, "lost", reasonId)}
            onCancel={() => setAsking(null)}
          />
        )}
        {selection.ids.size > 0 && !dragged && !asking && (
          <div className="bg-raised shadow-popup absolute inset-x-0 bottom-4 z-20 mx-auto flex w-max items-center gap-3 rounded-xl py-1.5 pr-1.5 pl-4 text-sm">
            <span className="figures font-medium">{messages.selected(selection.ids.size)}</span>
            <Button variant="quiet" size="small" onClick={() => finish(cardsOf(selection.ids), "won")}>
              {messages.won}
            </Button>
            <Button variant="quiet" size="small" onClick={() => finish(cardsOf(selection.ids), "lost")}>
              {messages.lost}
            </Button>
            <Button variant="quiet" size="small" onClick={() => finish(cardsOf(selection.ids), "archive")}>
              {messages.archive}
            </Button>
            <Button size="small" onClick={clear}>
              {messages.clearSelection}
            </Button>
          </div>
        )}
      </div>
    </BoardContext>
  );
}

/** The place among the cards that stay, where those in the hand were let go. */
function placeOf(target: Exclude<Over, { outcome: Outcome }>, others: Card[]): number {
  if ("end" in target) return target.end === "top" ? 0 : others.length;
  const beside = others.findIndex(({ id }) => id === target.cardId);
  return beside < 0 ? 0 : beside + (target.edge === "bottom" ? 1 : 0);
}
