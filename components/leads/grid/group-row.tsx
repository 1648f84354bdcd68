import { ChevronDown } from "lucide-react";
import { memo } from "react";
import { Money } from "@/components/fields/money";
import { messages } from "@/components/leads/messages";
import type { LeadGroup } from "@/components/leads/queries";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import { sayNumber } from "@/lib/kit/number";
import type { GroupOfLead } from "./group-of";
import { keyOfGroup } from "./items";
import { rowHeights } from "./layout";

type GroupHeadProps = {
  group: GroupOfLead;
  isClosed: boolean;
  /** Told the group's key. */
  onToggle: (group: string) => void;
  /** How many leads it has and what they are worth, once that is known. */
  totals: LeadGroup | undefined;
};

type GroupRowProps = GroupHeadProps & {
  top: number;
  /** The place in the line that has the keyboard: its one cell stands for all; null in other rows. */
  cursor: number | null;
};

/** The head of a group of leads in the grid. */
export const GroupRow = memo(function GroupRow({ top, cursor, ...head }: GroupRowProps) {
  return (
    <div
      role="row"
      data-lead={keyOfGroup(head.group.key)}
      style={{ transform: `translateY(${top}px)`, height: rowHeights.group }}
      className="bg-sunken border-line absolute inset-x-0 top-0 border-b"
    >
      <div role="gridcell" className="sticky left-0 h-full w-max">
        <GroupHead {...head} place={cursor ?? 1} tabIndex={cursor === null ? -1 : 0} />
      </div>
    </div>
  );
});

/** What the leads below have in common; a press opens and closes the group. */
export const GroupHead = ({
  group,
  totals,
  isClosed,
  onToggle,
  place,
  tabIndex,
}: GroupHeadProps & { place?: number; tabIndex?: number }) => (
  <button
    type="button"
    aria-expanded={!isClosed}
    data-place={place}
    tabIndex={tabIndex}
    onClick={() => onToggle(group.key)}
    className="bg-sunken hover:bg-hover flex h-full items-center gap-2 pr-4 pl-3 text-sm font-medium -outline-offset-2! max-md:w-full md:pl-4"
  >
    <ChevronDown aria-hidden className={classes("text-ink-faint size-4 shrink-0", isClosed && "-rotate-90")} />
    {group.color && <Dot color={group.color} />}
    {group.label}
    {totals && (
      <span className="figures text-ink-faint flex items-center gap-3 pl-1 font-normal">
        <span title={messages.total(totals.count, true)}>{sayNumber(totals.count)}</span>
        {totals.sums.slice(0, 2).map(({ currency, valueMinor }) => (
          <Money key={currency} minor={valueMinor} currency={currency} style="short" />
        ))}
      </span>
    )}
  </button>
);
