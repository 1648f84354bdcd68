"use client";

import {
  type CSSProperties,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import type { LeadGroup, LeadRow } from "@/components/leads/queries";
import { isSelected, type Selection } from "@/components/leads/state/selection";
import { sayExactly } from "@/lib/kit/moment";
import type { Clock } from "./cell";
import { GridRow } from "./grid-row";
import { GroupRow } from "./group-row";
import { type GridItem, keyOfItem } from "./items";
import { type RowHeight, rowHeights, type ShownColumn } from "./layout";
import { placesAround, topsOf } from "./lines";
import type { Cursor } from "./use-cursor";
import { useFewAtOnce } from "./use-few-at-once";
import { useLines } from "./use-lines";

export type GridBodyProps = {
  items: readonly GridItem[];
  columns: readonly ShownColumn[];
  clock: Clock;
  rowHeight: RowHeight;
  selection: Selection;
  /** The lead in the side panel. */
  peeked: string | null;
  cursor: Cursor;
  /** The line that the cursor is on; undefined where it is on none of them. */
  cursorPlace: number | undefined;
  /** Whether lines may come before these, and how many leads are known to stand there. */
  hasEarlier: boolean;
  rowsBefore: number;
  /** How far down the list begins, and the way to remember how far down it is. */
  initialOffset: number;
  onScrolled: (offset: number) => void;
  /** The lines on screen, by place. */
  onShown: (first: number, last: number) => void;
  /** How many leads each group has and what they are worth, by its key. */
  groupTotals: ReadonlyMap<string, LeadGroup>;
  /** Opens and closes a group. */
  onToggleGroup: (group: string) => void;
  /** What stands in the cell of the cursor while it is edited. */
  editorFor: (lead: LeadRow) => ReactNode;
};

/** The rows on screen. Scrolling draws these and nothing else. */
export function GridBody(props: GridBodyProps) {
  const { items, columns, clock, selection, peeked, cursor, cursorPlace, onShown, onScrolled } = props;
  const height = rowHeights[props.rowHeight];
  const body = useRef<HTMLDivElement>(null);
  const tops = useMemo(
    () => topsOf(items.length, (place) => (items[place]?.kind === "group" ? rowHeights.group : height)),
    [items, height],
  );
  useKeptPlace(body, props.hasEarlier, items, tops);
  const { first, last } = useLines({ body, tops, initialOffset: props.initialOffset, onScrolled });
  useEffect(() => onShown(first, last), [onShown, first, last]);
  // The row with the focus stays, however far away one scrolls.
  const inSight = placesAround(first, last, items.length, cursorPlace);

  const keyOf = (place: number): string => {
    const item = items[place];
    return item ? keyOfItem(item) : "";
  };
  // What has the focus can not wait, and then what is on screen.
  const urgency = (place: number) => (place === cursorPlace ? 0 : place >= first && place <= last ? 1 : 2);
  const drawn = useFewAtOnce(inSight.toSorted((one, other) => urgency(one) - urgency(other)).map(keyOf));
  const sayTime = useMemo(() => timeSayer(clock.timeZone), [clock.timeZone]);
  return (
    <div
      ref={body}
      role="rowgroup"
      className="relative"
      style={lineStyle(tops[items.length] ?? 0, height)}
      onPointerOver={sayTime}
    >
      {inSight.map((place) => {
        const item = items[place];
        const top = tops[place] ?? 0;
        if (!item || !drawn.has(keyOf(place))) return null;
        if (item.kind === "group")
          return (
            <GroupRow
              key={keyOf(place)}
              group={item.group}
              isClosed={item.isClosed}
              totals={props.groupTotals.get(item.group.key)}
              top={top}
              cursor={cursor.leadId === keyOf(place) ? cursor.place : null}
              onToggle={props.onToggleGroup}
            />
          );
        const { lead } = item;
        const hasCursor = cursor.leadId === lead.id;
        return (
          <GridRow
            key={lead.id}
            lead={lead}
            index={props.rowsBefore + item.index}
            top={top}
            height={height}
            columns={columns}
            clock={clock}
            isSelected={isSelected(selection, lead.id)}
            isPeeked={peeked === lead.id}
            cursor={hasCursor ? cursor.place : null}
            editor={hasCursor ? props.editorFor(lead) : null}
          />
        );
      })}
    </div>
  );
}

/** Keeps what is on screen where it is when lines come before it, as they do in a list that is read from its end. */
function useKeptPlace(
  body: RefObject<HTMLElement | null>,
  hasEarlier: boolean,
  items: readonly GridItem[],
  tops: Float64Array,
): void {
  const known = useRef<{ leadId: string; top: number } | null>(null);
  useLayoutEffect(() => {
    const { leadId, top } = known.current ?? {};
    const now = items.findIndex((item) => item.kind === "lead" && item.lead.id === leadId);
    const scroller = body.current?.closest('[role="grid"]');
    if (scroller && now > 0 && top !== undefined) scroller.scrollTop += (tops[now] ?? 0) - top;
    const first = items.findIndex(({ kind }) => kind === "lead");
    const line = items[first];
    known.current = hasEarlier && line?.kind === "lead" ? { leadId: line.lead.id, top: tops[first] ?? 0 } : null;
  }, [body, hasEarlier, items, tops]);
}

/** How high all rows are, and the height of a line in one of them, which stands in its middle above the rule. */
const lineStyle = (height: number, rowHeight: number): CSSProperties =>
  // Custom properties are no part of React's type of a style.
  ({ height, "--line": `${rowHeight - 1}px` }) as CSSProperties;

/** Says a moment exactly once the pointer is over it: to write it for every row takes longer than all the rest of it. */
const timeSayer = (timeZone: string) => (event: PointerEvent) => {
  const { target } = event;
  if (target instanceof HTMLTimeElement) target.title = sayExactly(new Date(target.dateTime), timeZone);
};
