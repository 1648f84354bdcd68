"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import Link from "next/link";
import { type ReactNode, useEffect, useRef } from "react";
import { Money } from "@/components/fields/money";
import { Avatar } from "@/components/ui/avatar";
import { Dot } from "@/components/ui/dot";
import { paths } from "@/lib/client/paths";
import { sayAgo } from "@/lib/kit/moment";
import type { Clock } from "./grid/cell";
import { GroupHead } from "./grid/group-row";
import { type GridItem, keyOfItem } from "./grid/items";
import { rowHeights } from "./grid/layout";
import { useGridMemory } from "./grid/use-grid-memory";
import { messages } from "./messages";
import type { LeadGroup, LeadRow } from "./queries";

type LeadCardsProps = {
  items: readonly GridItem[];
  clock: Clock;
  memoryKey: string;
  groupTotals: ReadonlyMap<string, LeadGroup>;
  /** Opens and closes a group. */
  onToggleGroup: (group: string) => void;
  /** The lines on screen, by place. */
  onShown: (first: number, last: number) => void;
  /** What stands below the last card. */
  foot: ReactNode;
};

/** The same leads where a table has no room: one above the other, to be tapped. */
export function LeadCards({ items, clock, memoryKey, groupTotals, onToggleGroup, onShown, foot }: LeadCardsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const memory = useGridMemory(memoryKey, null);
  const { keep } = memory;
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => (items[place]?.kind === "group" ? rowHeights.group : rowHeights.card),
    overscan: 8,
    initialRect: { width: 360, height: 640 },
    initialOffset: memory.offset,
    useFlushSync: false,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, items]);
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => onShown(startIndex, endIndex), [onShown, startIndex, endIndex]);
  useEffect(() => keep(virtualizer.scrollOffset ?? 0, memory.cursor), [keep, memory.cursor, virtualizer.scrollOffset]);
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain">
      <ul aria-label={messages.grid} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const item = items[index];
          if (!item) return null;
          return (
            <li
              key={keyOfItem(item)}
              style={{ transform: `translateY(${start}px)`, height: size }}
              className="border-line absolute inset-x-0 top-0 border-b"
            >
              {item.kind === "group" ? (
                <GroupHead
                  group={item.group}
                  isClosed={item.isClosed}
                  totals={groupTotals.get(item.group.key)}
                  onToggle={onToggleGroup}
                />
              ) : (
                <LeadCard lead={item.lead} clock={clock} />
              )}
            </li>
          );
        })}
      </ul>
      <div className="flex h-12 items-center justify-center px-4">{foot}</div>
    </div>
  );
}

function LeadCard({ lead, clock: { asOf, timeZone } }: { lead: LeadRow; clock: Clock }) {
  return (
    <Link
      href={paths.lead(lead.id)}
      prefetch={false}
      className="active:bg-hover flex h-full flex-col justify-center gap-1 px-4 -outline-offset-2!"
    >
      <span className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 truncate text-base font-medium">{lead.name}</span>
        {lead.valueMinor !== null && (
          <span className="text-sm">
            <Money minor={lead.valueMinor} currency={lead.currency} style="short" />
          </span>
        )}
      </span>
      <span className="text-ink-muted flex items-center gap-2 text-sm">
        <Dot color={lead.stage.color} />
        <span className="max-w-[45%] shrink-0 truncate">{lead.stage.name}</span>
        <span className="text-ink-faint min-w-0 flex-1 truncate">
          {lead.companyName ?? lead.contactName ?? lead.email ?? lead.phone}
        </span>
        <span className="figures text-ink-faint shrink-0 text-xs">
          {sayAgo(new Date(lead.createdAt), new Date(asOf), timeZone)}
        </span>
        {lead.owner && (
          <>
            <Avatar name={lead.owner.name} size="small" />
            <span className="sr-only">{lead.owner.name}</span>
          </>
        )}
      </span>
    </Link>
  );
}
