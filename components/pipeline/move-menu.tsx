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

type MoveMenuProps = {
  /** Which cards go, asked when the menu opens. */
  cards: () => Card[];
  trigger: ReactElement;
  side?: "top" | "bottom";
};

/** Where cards can go without being dragged. */
export const MoveMenu = ({ cards, trigger, side }: MoveMenuProps) => (
  <Menu trigger={trigger} side={side} align="end" className="max-h-(--available-height) overflow-y-auto">
    <Moves cards={cards} />
  </Menu>
);

function Moves({ cards: chosen }: Pick<MoveMenuProps, "cards">) {
  const { readBoard, search, move, moveTo, finish } = useBoard();
  const client = useQueryClient();
  const cards = chosen();
  const stages = new Set(cards.map(({ stageId }) => stageId));
  const statuses = new Set(cards.map(({ status }) => status));
  const [stageId] = stages.size === 1 ? stages : [null];
  const column = stageId === null || stageId === undefined ? null : columnOf(client, search, stageId);
  const place = (to: "top" | "bottom") => {
    if (!column || !stageId) return;
    const others = without(column, new Set(cards.map(({ id }) => id))).cards;
    moveTo(cards, { stageId, index: to === "top" ? 0 : others.length });
  };
  return (
    <>
      <MenuGroup label={cards.length > 1 ? `${messages.moveTo} (${messages.leads(cards.length)})` : messages.moveTo}>
        {readBoard()
          .columns.filter(({ id }) => id !== stageId)
          .map((stage) => (
            <MenuItem key={stage.id} onClick={() => moveTo(cards, { stageId: stage.id, index: 0 })}>
              <Dot color={stage.color} />
              <span className="truncate">{stage.name}</span>
            </MenuItem>
          ))}
      </MenuGroup>
      {column && (
        <>
          <MenuSeparator />
          <MenuItem onClick={() => place("top")}>
            <ArrowUpToLine aria-hidden />
            {messages.toTop}
          </MenuItem>
        </>
      )}
      {column?.next === null && (
        <MenuItem onClick={() => place("bottom")}>
          <ArrowDownToLine aria-hidden />
          {messages.toBottom}
        </MenuItem>
      )}
      <MenuSeparator />
      {!(statuses.size === 1 && statuses.has("open")) && (
        <MenuItem onClick={() => move({ cards, status: "open", done: messages.marked.open(nameOf(cards)) })}>
          <RotateCcw aria-hidden />
          {messages.reopen}
        </MenuItem>
      )}
      {!(statuses.size === 1 && statuses.has("won")) && (
        <MenuItem onClick={() => finish(cards, "won")}>
          <CircleCheck aria-hidden />
          {messages.won}
        </MenuItem>
      )}
      {!(statuses.size === 1 && statuses.has("lost")) && (
        <MenuItem onClick={() => finish(cards, "lost")}>
          <CircleX aria-hidden />
          {messages.lost}
        </MenuItem>
      )}
      <MenuItem onClick={() => finish(cards, "archive")}>
        <Archive aria-hidden />
        {messages.archive}
      </MenuItem>
    </>
  );
}
