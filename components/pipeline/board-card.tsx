"use client";

import { Ellipsis } from "lucide-react";
import { type ComponentProps, memo, useCallback, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { OnDemand } from "@/components/ui/on-demand";
import { Spinner } from "@/components/ui/spinner";
import { useLatest } from "@/components/ui/use-latest";
import { paths } from "@/lib/client/paths";
import { useBoard } from "./board-context";
import { useBoardState } from "./board-store";
import { CardFacts } from "./card-facts";
import type { Card } from "./columns";
import { messages } from "./messages";
import { isDragged } from "./use-drag";
import { type DragTools, useDragging } from "./use-drag-tools";
import { nameOf } from "./use-moves";

type BoardCardProps = { card: Card; stalledAfterDays: number; isTabStop: boolean };

/** A lead on the board: opened by a click, moved by mouse, keyboard or menu. It is drawn again when something about itself changes. */
export const BoardCard = memo(function BoardCard({ card, stalledAfterDays, isTabStop }: BoardCardProps) {
  const { store, selection, openLead, together } = useBoard();
  const { id } = card;
  const element = useDraggable(card, together);
  const isSelected = useBoardState(({ selected }) => selected.has(id));
  const isLifted = useBoardState(({ lift }) => lift?.ids.has(id) ?? false);
  const isInHand = useBoardState(({ dragged }) => dragged?.has(id) ?? false);
  const isOpen = useBoardState(({ openId }) => openId === id);
  const isPending = useBoardState(({ pending }) => pending.has(id));
  const hasArrived = useBoardState(({ arrived }) => arrived.has(id));
  const edge = useBoardState(({ over }) => (over && "cardId" in over && over.cardId === id ? over.edge : null));
  return (
    <div
      ref={element}
      data-card={id}
      data-selected={isSelected || undefined}
      className={classes(
        "group relative rounded-lg border p-3 transition-[box-shadow,border-color,opacity] select-none",
        "has-[a:focus-visible]:outline-focus has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-1",
        isLifted ? "shadow-popup" : "shadow-card",
        isLifted || isSelected || isOpen || hasArrived ? "border-accent" : "border-line hover:border-line-strong",
        isSelected ? "bg-accent-wash" : "bg-raised",
        isInHand && "opacity-40",
      )}
    >
      {edge && <DropLine edge={edge} />}
      <div className="flex items-center gap-2">
        {/* No Link: a press opens the panel, and a hundred of these come into sight with a turn of the wheel. */}
        <a
          href={paths.lead(id)}
          draggable={false}
          tabIndex={isTabStop ? 0 : -1}
          aria-describedby={`card-${id} board-help`}
          onFocus={() => store.set({ activeId: id })}
          onClick={(event) => {
            // One with Ctrl or Command opens a tab of its own.
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            if (event.shiftKey) selection.toggle(id);
            else openLead(id);
          }}
          className="min-w-0 flex-1 truncate text-sm font-medium outline-none after:absolute after:inset-0 after:rounded-lg"
        >
          {card.name}
        </a>
        {isPending && <Spinner className="text-ink-faint size-3.5 animate-[spin_800ms_linear_400ms_infinite]" />}
      </div>
      <div
        className={classes(
          "absolute top-2 right-2 z-10 flex items-center rounded-md pl-1",
          "group-hover:opacity-100 group-has-[:focus-visible]:opacity-100 group-has-[[aria-expanded=true]]:opacity-100 pointer-coarse:opacity-100",
          isSelected ? "bg-accent-wash" : "bg-raised opacity-0",
        )}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          onChange={() => selection.toggle(id)}
          aria-label={messages.select(card.name)}
          className="accent-accent size-6 scale-60"
        />
        <OnDemand
          popup="menu"
          load={() => import("./move-menu")}
          renderPanel={({ MoveMenu }) => (
            <MoveMenu cards={() => together(card)} trigger={<MenuButton card={card} tabIndex={isTabStop ? 0 : -1} />} />
          )}
          trigger={<MenuButton card={card} tabIndex={isTabStop ? 0 : -1} />}
        />
      </div>
      <CardFacts card={card} stalledAfterDays={stalledAfterDays} />
    </div>
  );
});

const MenuButton = ({ card, ...rest }: { card: Card } & ComponentProps<"button">) => (
  <button
    {...rest}
    type="button"
    data-card-menu
    aria-label={messages.actions(card.name)}
    className={classes(buttonClass({ variant: "quiet", size: "small", iconOnly: true }), "size-6!")}
  >
    <Ellipsis aria-hidden />
  </button>
);

/** The line where cards would land. */
export const DropLine = ({ edge }: { edge: "top" | "bottom" }) => (
  <span
    aria-hidden
    className={classes(
      "bg-accent absolute inset-x-0 z-10 h-0.5 rounded-full",
      edge === "top" ? "-top-1.5" : "-bottom-1.5",
    )}
  />
);

/** Makes a card one that can be dragged, and dropped beside. Several that are selected go together. */
function useDraggable(card: Card, together: (card: Card) => Card[]) {
  const element = useRef<HTMLDivElement>(null);
  const latest = useLatest({ card, together });
  const { id, stageId } = card;
  const tie = useCallback(
    (tools: DragTools) => {
      const node = element.current;
      if (!node) return undefined;
      const held = () => latest.current.together(latest.current.card);
      return tools.combine(
        tools.draggable({
          element: node,
          getInitialData: () => ({ kind: "cards", ids: held().map((each) => each.id) }),
          onGenerateDragPreview: ({ nativeSetDragImage }) => {
            const cards = held();
            if (cards.length === 1) return;
            tools.setCustomNativeDragPreview({
              nativeSetDragImage,
              render: ({ container }) => {
                const preview = document.createElement("div");
                preview.className = "bg-accent text-on-accent rounded-lg px-3 py-2 text-sm font-medium";
                preview.textContent = nameOf(cards);
                container.append(preview);
              },
            });
          },
        }),
        tools.dropTargetForElements({
          element: node,
          canDrop: ({ source }) => isDragged(source.data) && !source.data.ids.includes(id),
          getData: ({ input, element: target }) =>
            tools.attachClosestEdge(
              { cardId: id, stageId },
              { input, element: target, allowedEdges: ["top", "bottom"] },
            ),
        }),
      );
    },
    [id, stageId, latest],
  );
  useDragging(tie);
  return element;
}
