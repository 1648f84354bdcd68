"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Archive, ArrowDownToLine, ArrowUpToLine, CircleCheck, CircleX, RotateCcw } from "lucide-react";
import type { ReactElement } from "react";
import { Dot } from "@/components/ui/dot";
import { Menu, MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { columnOf } from "./board-cache";
import { useBoard } from "./board-context";
import { type Card, without } from "./columns";
import { messages } from "./messages";
import { nameOf } from "./use-moves";

/** Where a card can go without being dragged; with it go those that are selected, when it is one of them. */
export function MoveMenu({ card, trigger }: { card: Card; trigger: ReactElement }) {
  const { board, search, together, move, moveTo, finish } = useBoard();
  const client = useQueryClient();
  const cards = together(card);
  const place = (to: "top" | "bottom") => {
    const column = columnOf(client, search, card.stageId);
    const others = without(column, new Set(cards.map(({ id }) => id))).cards;
    moveTo(cards, { stageId: card.stageId, index: to === "top" ? 0 : others.length });
  };
  const isWhole = columnOf(client, search, card.stageId).next === null;
  return (
    <Menu trigger={trigger} align="end" className="max-h-(--available-height) overflow-y-auto">
      <MenuGroup label={cards.length > 1 ? `${messages.moveTo} (${messages.leads(cards.length)})` : messages.moveTo}>
        {board.columns
          .filter(({ id }) => id !== card.stageId || cards.length > 1)
          .map((stage) => (
            <MenuItem key={stage.id} onClick={() => moveTo(cards, { stageId: stage.id, index: 0 })}>
              <Dot color={stage.color} />
              <span className="truncate">{stage.name}</span>
            </MenuItem>
          ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuItem onClick={() => place("top")}>
        <ArrowUpToLine aria-hidden />
        {messages.toTop}
      </MenuItem>
      {isWhole && (
        <MenuItem onClick={() => place("bottom")}>
          <ArrowDownToLine aria-hidden />
          {messages.toBottom}
        </MenuItem>
      )}
      <MenuSeparator />
      {card.status !== "open" && (
        <MenuItem onClick={() => move({ cards, status: "open", done: messages.marked.open(nameOf(cards)) })}>
          <RotateCcw aria-hidden />
          {messages.reopen}
        </MenuItem>
      )}
      {card.status !== "won" && (
        <MenuItem onClick={() => finish(cards, "won")}>
          <CircleCheck aria-hidden />
          {messages.won}
        </MenuItem>
      )}
      {card.status !== "lost" && (
        <MenuItem onClick={() => finish(cards, "lost")}>
          <CircleX aria-hidden />
          {messages.lost}
        </MenuItem>
      )}
      <MenuItem onClick={() => finish(cards, "archive")}>
        <Archive aria-hidden />
        {messages.archive}
      </MenuItem>
    </Menu>
  );
}
