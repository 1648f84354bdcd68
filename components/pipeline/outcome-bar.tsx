"use client";

import { Archive, CircleCheck, CircleX, type LucideIcon } from "lucide-react";
import { useCallback, useRef } from "react";
import { classes } from "@/components/ui/classes";
import { useBoardState } from "./board-store";
import { messages } from "./messages";
import { isDragged, type Outcome } from "./use-drag";
import { useDragging } from "./use-drag-tools";

const zones: { outcome: Outcome; icon: LucideIcon; tone: string }[] = [
  { outcome: "won", icon: CircleCheck, tone: "data-over:bg-positive-wash text-positive" },
  { outcome: "lost", icon: CircleX, tone: "data-over:bg-negative-wash text-negative" },
  { outcome: "archive", icon: Archive, tone: "data-over:bg-pressed text-ink-muted" },
];

/** Where deals end, at hand while one is dragged. `notice` is what has to be known of the one in the hand. */
export function OutcomeBar({ notice }: { notice: string | null }) {
  return (
    <div
      role="group"
      aria-label={messages.zones}
      className="bg-raised shadow-popup absolute inset-x-4 bottom-4 z-30 mx-auto max-w-160 rounded-xl p-2"
    >
      {notice && <p className="text-caution px-2 pt-1 pb-2 text-sm">{notice}</p>}
      <div className="flex gap-2">
        {zones.map((zone) => (
          <Zone key={zone.outcome} {...zone} />
        ))}
      </div>
    </div>
  );
}

function Zone({ outcome, icon: Icon, tone }: (typeof zones)[number]) {
  const element = useRef<HTMLDivElement>(null);
  useDragging(
    useCallback(
      (tools) =>
        element.current
          ? tools.dropTargetForElements({
              element: element.current,
              canDrop: ({ source }) => isDragged(source.data),
              getData: () => ({ outcome }),
            })
          : undefined,
      [outcome],
    ),
  );
  const isOver = useBoardState(({ over }) => over !== null && "outcome" in over && over.outcome === outcome);
  return (
    <div
      ref={element}
      data-over={isOver || undefined}
      data-outcome={outcome}
      className={classes(
        "border-line-strong flex h-12 flex-1 items-center justify-center gap-2 rounded-lg border border-dashed text-sm font-medium transition-colors",
        tone,
      )}
    >
      <Icon aria-hidden className="size-4" />
      {messages[outcome]}
    </div>
  );
}
