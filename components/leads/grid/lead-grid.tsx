"use client";

import {
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { editKindOf } from "@/components/leads/edit/edit-kind";
import type { CellEdit } from "@/components/leads/edit/use-cell-edit";
import type { FilterChoices } from "@/components/leads/filter/fields";
import { messages } from "@/components/leads/messages";
import type { Pasted } from "@/components/leads/paste/plan-paste";
import type { LeadGroup, LeadRow } from "@/components/leads/queries";
import { isSelected, select, type Selection } from "@/components/leads/state/selection";
import { useFocusBack } from "@/components/ui/use-focus-back";
import { useLatest } from "@/components/ui/use-latest";
import type { Sort } from "@/lib/leads/query/model";
import type { Clock } from "./cell";
import { cellAcross } from "./cell-across";
import { GridBody } from "./grid-body";
import { GridHead, type HeadActions } from "./grid-head";
import { keyOfGroup, keyOfItem } from "./items";
import { layoutOf, type RowHeight, rowHeights, type ShownColumn } from "./layout";
import { type Cursor, useCursor } from "./use-cursor";
import { type Ends, useEnds } from "./use-ends";
import { useGridKeys } from "./use-grid-keys";
import { useGridMemory } from "./use-grid-memory";

export type LeadGridProps = Ends & {
  leads: readonly LeadRow[];
  columns: readonly ShownColumn[];
  sorts: readonly Sort[];
  clock: Clock;
  rowHeight: RowHeight;
  /** How many leads match; null when nobody knows exactly. */
  total: number | null;
  /** By what the place in the list is remembered while another page is visited. */
  memoryKey: string;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** The lead in the side panel. */
  peeked: string | null;
  onPeek: (leadId: string | null) => void;
  onOpen: (leadId: string, where: "panel" | "page") => void;
  /** The leads on screen, by place. */
  onShown: (first: number, last: number) => void;
  headActions: HeadActions;
  known: FilterChoices;
  onEdit: (edit: CellEdit) => void;
  /** Takes what was pasted onto a cell. */
  onPaste: (pasted: Pasted) => void;
  /** How many leads each group has and what they are worth, by its key. */
  groupTotals: ReadonlyMap<string, LeadGroup>;
  /** Opens and closes a group. */
  onToggleGroup: (group: string) => void;
  /** What stands below the last row. */
  foot: ReactNode;
};

const CellEditor = lazy(() =>
  import("@/components/leads/edit/cell-editor").then((module) => ({ default: module.CellEditor })),
);

const footHeight = 44;

/** The leads as a grid: rows are drawn where they are looked at, and every cell is reached by keyboard. */
export function LeadGrid(props: LeadGridProps) {
  const { items, leads, columns, sorts, clock, rowHeight, total, selection, onSelect, peeked, headActions } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const memory = useGridMemory(props.memoryKey, leads[0]?.id ?? null);
  const { cursor, note, goTo } = useCursor(scroller, memory.cursor);
  const [isEditing, setEditing] = useState(false);
  const placeOf = useMemo(() => new Map(items.map((item, place) => [keyOfItem(item), place])), [items]);
  const layout = useMemo(() => layoutOf(columns), [columns]);
  const cursorPlace = cursor.leadId === null ? undefined : placeOf.get(cursor.leadId);
  const { keep } = memory;
  const remember = useCallback((offset: number) => keep(offset, cursor), [keep, cursor]);
  // Other leads, or another order of them, begin at the top.
  const shownKey = useRef(props.memoryKey);
  useEffect(() => {
    if (shownKey.current === props.memoryKey) return;
    shownKey.current = props.memoryKey;
    scroller.current?.scrollTo({ top: 0 });
  }, [props.memoryKey]);

  // The panel goes from lead to lead as well, and the list comes along; when it closes, the focus is where it was last.
  const lastPeeked = useRef(peeked);
  useEffect(() => {
    const before = lastPeeked.current;
    lastPeeked.current = peeked;
    if (before === null || before === peeked || (peeked !== null && !placeOf.has(peeked))) return;
    goTo({ leadId: peeked ?? before, place: cursor.place }, peeked === null);
  });

  useFocusBack(selection.isInverted || selection.ids.size > 0, () => goTo(cursor));
  const toEnd = useEnds(props, (item) => goTo({ leadId: keyOfItem(item), place: cursor.place }));

  const edit = (at: Cursor) => {
    const column = columns[at.place - 1];
    if (!leads.some(({ id }) => id === at.leadId) || !column || editKindOf(column.id, props.known) === null) return;
    goTo(at, false);
    setEditing(true);
  };
  const toggleGroup = useLatest((group: string) => {
    props.onToggleGroup(group);
    goTo({ leadId: keyOfGroup(group), place: cursor.place });
  });
  const onToggleGroup = useCallback((group: string) => toggleGroup.current(group), [toggleGroup]);
  const keys = useGridKeys({
    ...props,
    onToggleGroup,
    cursor,
    goTo,
    edit,
    scroller,
    toEnd,
    rowsOnScreen: Math.floor(600 / rowHeights[rowHeight]),
  });
  const leaveCell = (by: -1 | 0 | 1) => {
    const next = by === 0 ? null : cellAcross(cursor, by, leads, columns, props.known);
    if (next) goTo(next, false);
    else {
      setEditing(false);
      goTo(cursor);
    }
  };
  const editorFor = (lead: LeadRow) => {
    const column = columns[cursor.place - 1];
    if (!isEditing || !column) return null;
    return (
      <Suspense>
        <CellEditor
          key={column.id}
          lead={lead}
          column={column.id}
          label={column.label}
          known={props.known}
          onSave={(content) => props.onEdit({ lead, column: column.id, label: column.label, content })}
          onLeave={leaveCell}
        />
      </Suspense>
    );
  };

  const anchor = useRef<string | null>(null);
  const selectRow = (leadId: string, isRange: boolean) => {
    const isOn = !isSelected(selection, leadId);
    const from = isRange && anchor.current !== null ? leads.findIndex(({ id }) => id === anchor.current) : -1;
    const to = leads.findIndex(({ id }) => id === leadId);
    const ids = from < 0 ? [leadId] : leads.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
    anchor.current = leadId;
    onSelect(select(selection, ids, from < 0 ? isOn : true));
  };

  const onClick = (event: MouseEvent) => {
    const place = placeOfEvent(event.target);
    if (isEditing && place?.leadId === cursor.leadId && place?.place === cursor.place) return;
    // The head of a group hears it itself.
    if (!place?.leadId || !(event.target instanceof Element) || event.target.closest("[aria-expanded][data-place]"))
      return;
    if (place.place === 0) {
      selectRow(place.leadId, event.shiftKey);
      goTo({ leadId: place.leadId, place: 0 });
      return;
    }
    if (event.target.closest("[data-peek]")) {
      props.onPeek(place.leadId);
      return;
    }
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    if (event.target.closest("[data-open]") && !opensElsewhere) {
      event.preventDefault();
      props.onOpen(place.leadId, "panel");
    }
  };

  const loaded = useMemo(() => leads.filter(({ id }) => isSelected(selection, id)).length, [leads, selection]);
  const selectLoaded = useCallback(
    (isOn: boolean) =>
      onSelect(
        select(
          selection,
          leads.map(({ id }) => id),
          isOn,
        ),
      ),
    [selection, leads, onSelect],
  );
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={messages.grid}
      aria-multiselectable
      tabIndex={-1}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-colcount={columns.length + 1}
      style={layout}
      className="relative min-h-0 flex-1 scroll-pt-9 scroll-pl-(--pinned) overflow-auto overscroll-contain outline-none data-dragging:cursor-grabbing data-dragging:select-none data-dragging:**:cursor-grabbing"
      onKeyDown={keys}
      onClick={onClick}
      onPaste={(event) => {
        const place = placeOfEvent(event.target);
        const text = event.clipboardData.getData("text/plain");
        // What is pasted into an editor is its own.
        if (isEditing || !place?.leadId || place.place === 0 || text.trim() === "") return;
        event.preventDefault();
        props.onPaste({ text, at: place });
      }}
      onDoubleClick={(event) => {
        const place = placeOfEvent(event.target);
        if (place && !isEditing) edit(place);
      }}
      onFocus={(event) => {
        const place = placeOfEvent(event.target);
        if (!place) return;
        note(place);
        if (isEditing && (place.leadId !== cursor.leadId || place.place !== cursor.place)) setEditing(false);
      }}
    >
      <div className="relative w-(--width) min-w-full">
        <GridHead
          columns={columns}
          sorts={sorts}
          cursor={cursor.leadId === null || cursorPlace === undefined ? cursor.place : null}
          selectedLoaded={loaded === 0 ? "none" : loaded === leads.length ? "all" : "some"}
          onSelectLoaded={selectLoaded}
          {...headActions}
        />
        <GridBody
          items={items}
          columns={columns}
          clock={clock}
          rowHeight={rowHeight}
          selection={selection}
          peeked={peeked}
          cursor={cursor}
          cursorPlace={cursorPlace}
          hasEarlier={props.hasEarlier}
          // Where the list was read from its end, the first of these is not the first of all.
          rowsBefore={props.hasEarlier && !props.hasMore && total !== null ? Math.max(0, total - leads.length) : 0}
          initialOffset={memory.offset}
          onScrolled={remember}
          onShown={props.onShown}
          groupTotals={props.groupTotals}
          onToggleGroup={onToggleGroup}
          editorFor={editorFor}
        />
        <div style={{ height: footHeight }} className="sticky left-0 flex w-[min(100%,100cqw)] items-center px-6">
          {props.foot}
        </div>
      </div>
    </div>
  );
}

/** The cell that an event happened in; null outside of cells. */
function placeOfEvent(target: EventTarget | null): { leadId: string | null; place: number } | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-place]");
  const row = target.closest<HTMLElement>('[role="row"]');
  if (!cell || !row) return null;
  return { leadId: row.dataset["lead"] ?? null, place: Number(cell.dataset["place"]) };
}
