import type { Ref } from "react";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { sayNumber } from "@/lib/kit/number";
import { messages } from "./messages";

type ClosedColumnProps = {
  ref: Ref<HTMLElement>;
  stage: BoardAnswer["columns"][number];
  isOver: boolean;
  onOpen: () => void;
};

/** A column that was put aside: its name and count, and still a place to drop on. Narrow screens have none. */
export function ClosedColumn({ ref, stage, isOver, onOpen }: ClosedColumnProps) {
  return (
    <section
      ref={ref}
      aria-label={stage.name}
      className={classes(
        "w-11 shrink-0 rounded-xl transition-colors max-md:hidden",
        isOver ? "bg-accent-wash" : "bg-sunken",
      )}
    >
      <button
        type="button"
        aria-expanded={false}
        onClick={onOpen}
        className="hover:bg-hover flex size-full flex-col items-center gap-3 rounded-xl py-3.5 text-sm transition-colors"
      >
        <Dot color={stage.color} />
        <span className="sr-only">{messages.expand} </span>
        <span className="figures text-ink-faint text-xs">{sayNumber(stage.count)} </span>
        <span className="font-medium [writing-mode:vertical-rl]">{stage.name}</span>
      </button>
    </section>
  );
}
