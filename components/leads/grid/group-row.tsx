import { memo } from "react";
import { Money } from "@/components/fields/money";
import { messages } from "@/components/leads/messages";
import type { LeadGroup } from "@/components/leads/queries";
import { Dot } from "@/components/ui/dot";
import { sayNumber } from "@/lib/kit/number";
import type { GroupOfLead } from "./group-of";
import { rowHeights } from "./layout";

type GroupHeadProps = {
  group: GroupOfLead;
  /** How many leads it has and what they are worth, once that is known. */
  totals: LeadGroup | undefined;
};

/** The head of a group of leads in the grid. */
export const GroupRow = memo(function GroupRow({ top, ...head }: GroupHeadProps & { top: number }) {
  return (
    <div
      role="row"
      style={{ transform: `translateY(${top}px)`, height: rowHeights.group }}
      className="bg-sunken border-line absolute inset-x-0 top-0 border-b"
    >
      <div role="gridcell" className="sticky left-0 h-full w-max">
        <GroupHead {...head} />
      </div>
    </div>
  );
});

/** What the leads below have in common. */
export const GroupHead = ({ group, totals }: GroupHeadProps) => (
  <span className="bg-sunken flex h-full items-center gap-2 px-4 text-sm font-medium md:px-6">
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
  </span>
);
