"use client";

import { Archive, CircleCheck, CircleX, MoveRight, X } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import { useBoard } from "./board-context";
import { useBoardState } from "./board-store";
import type { Card } from "./columns";
import { messages } from "./messages";

/** What can be done to selected leads wherever they are selected, such as to assign them; `onDone` when it is under way. */
export type SelectionActions = ComponentType<{ ids: string[]; onDone: () => void }>;

type SelectionBarProps = { cards: () => Card[]; isHidden: boolean; MoreActions: SelectionActions };

/**
 * What can be done to the selected cards, over the foot of the board. Without any it is hidden, not gone:
 * what was begun from it is still followed.
 */
export function SelectionBar({ cards, isHidden, MoreActions }: SelectionBarProps) {
  const { finish, selection } = useBoard();
  const selected = useBoardState((state) => state.selected);
  const trigger = (
    <Button size="small" data-selection-menu aria-keyshortcuts="m">
      <MoveRight aria-hidden />
      {messages.moveSelected}
    </Button>
  );
  return (
    <div
      hidden={isHidden}
      className="pointer-events-none absolute inset-x-0 bottom-4 z-20 flex justify-center px-2 [[hidden]]:hidden"
    >
      <section
        aria-label={messages.selection}
        className="bg-raised shadow-popup pointer-events-auto relative flex max-w-full items-center gap-1 overflow-x-auto rounded-xl p-1.5 text-sm"
      >
        <span role="status" className="figures px-2 font-medium whitespace-nowrap">
          {messages.selected(selected.size)}
        </span>
        <OnDemand
          popup="menu"
          trigger={trigger}
          load={() => import("./move-menu")}
          renderPanel={({ MoveMenu }) => <MoveMenu cards={cards} side="top" trigger={trigger} />}
        />
        <MoreActions ids={[...selected]} onDone={selection.clear} />
        <Line />
        <Action label={messages.won} icon={<CircleCheck aria-hidden />} onPress={() => finish(cards(), "won")} />
        <Action label={messages.lost} icon={<CircleX aria-hidden />} onPress={() => finish(cards(), "lost")} />
        <Action label={messages.archive} icon={<Archive aria-hidden />} onPress={() => finish(cards(), "archive")} />
        <Line />
        <Button variant="quiet" size="small" iconOnly aria-label={messages.clearSelection} onClick={selection.clear}>
          <X aria-hidden />
        </Button>
      </section>
    </div>
  );
}

const Line = () => <span className="bg-line mx-1 h-5 w-px shrink-0" />;

const Action = ({ label, icon, onPress }: { label: string; icon: ReactNode; onPress: () => void }) => (
  <Button variant="quiet" size="small" title={label} onClick={onPress}>
    {icon}
    <span className="max-lg:sr-only">{label}</span>
  </Button>
);
