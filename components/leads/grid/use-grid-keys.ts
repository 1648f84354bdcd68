import type { KeyboardEvent, RefObject } from "react";
import { messages } from "@/components/leads/messages";
import { changeColumn, clampWidth, columnWidths, moveColumn } from "@/components/leads/state/column-state";
import { isSelected, nothingSelected, select } from "@/components/leads/state/selection";
import { strokeOf } from "@/components/shell/shortcuts";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { sortBy } from "./grid-head";
import { keyOfItem } from "./items";
import type { LeadGridProps } from "./lead-grid";
import { statesOf } from "./resize-handle";
import type { Cursor } from "./use-cursor";

type GridKeys = LeadGridProps & {
  cursor: Cursor;
  goTo: (cursor: Cursor) => void;
  edit: (cell: Cursor) => void;
  scroller: RefObject<HTMLElement | null>;
  /** Goes to the first or the last line of the whole list. */
  toEnd: (end: "start" | "end") => void;
  /** How many rows a page of them is. */
  rowsOnScreen: number;
};

/** What keys do in the grid. Answers what hears those that only mean something with the focus in it. */
export function useGridKeys(grid: GridKeys): (event: KeyboardEvent) => void {
  const { items, leads, columns, cursor, goTo, selection, onSelect } = grid;
  const row = items.findIndex((item) => keyOfItem(item) === cursor.leadId);
  const line = items[row];
  const lead = line?.kind === "lead" ? line.lead : undefined;

  const toRow = (index: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, index))];
    if (!next) return;
    goTo({ leadId: keyOfItem(next), place: cursor.place });
    if (grid.peeked !== null && next.kind === "lead") grid.onPeek(next.lead.id);
  };
  /** Selects the lead and the next one, whatever stands between them. */
  const extend = (by: 1 | -1) => {
    const next = line?.kind === "lead" ? leads[line.index + by] : undefined;
    if (!lead || !next) return;
    onSelect(select(selection, [lead.id, next.id], true));
    goTo({ leadId: next.id, place: cursor.place });
  };
  /** Keys that come from outside of the grid go to where its cursor is. */
  const hasFocus = () => grid.scroller.current?.contains(document.activeElement) === true;
  const toPlace = (place: number) =>
    goTo({ leadId: cursor.leadId, place: Math.max(0, Math.min(columns.length, place)) });
  const toggle = () => {
    if (lead) onSelect(select(selection, [lead.id], !isSelected(selection, lead.id)));
  };
  const leave = (): boolean => {
    if (grid.peeked !== null) grid.onPeek(null);
    else if (selection.ids.size > 0 || selection.isInverted) onSelect(nothingSelected);
    else return false;
    return true;
  };

  const { keys } = messages;
  useShortcuts({ name: "leads", title: keys.scope }, [
    { keys: "j", description: keys.next, run: () => toRow(hasFocus() ? row + 1 : row) },
    { keys: "k", description: keys.previous, run: () => toRow(hasFocus() ? row - 1 : row) },
    { keys: "x", description: keys.select, run: toggle },
    { keys: "e", description: keys.edit, run: () => grid.edit(cursor) },
    { keys: "Tab", description: keys.across },
    { keys: "mod+v", description: keys.paste },
    { keys: "Enter", description: keys.open },
    { keys: "mod+Enter", description: keys.page },
    { keys: "Space", description: keys.peek },
    { keys: "shift+ArrowDown", description: keys.range },
    { keys: "ArrowRight", description: keys.arrows },
    { keys: "ArrowLeft", description: keys.groups },
    { keys: "mod+Home", description: keys.ends },
    { keys: "mod+a", description: keys.all },
    { keys: "Escape", description: keys.escape, run: leave },
    { keys: "shift+ArrowRight", description: keys.headWidth },
    { keys: "alt+ArrowRight", description: keys.headMove },
    { keys: "alt+ArrowDown", description: keys.headMenu },
  ]);

  const inHead = (stroke: string, cell: Element): (() => void) | undefined => {
    const column = columns[cursor.place - 1];
    if (!column) return undefined;
    const states = statesOf(columns);
    const widen = (by: number) => () =>
      grid.headActions.onColumns(changeColumn(states, column.id, { width: clampWidth(column.width + by) }));
    const move = (by: 1 | -1) => () => {
      grid.headActions.onColumns(moveColumn(states, column.id, by));
      toPlace(cursor.place + by);
    };
    const sort = (isAdded: boolean) => () =>
      column.isSortable && grid.headActions.onSort(sortBy(grid.sorts, column.id, isAdded));
    const openMenu = () => cell.querySelector<HTMLElement>("[data-menu]")?.click();
    const actions: Record<string, () => void> = {
      Enter: sort(false),
      Space: sort(false),
      "shift+Enter": sort(true),
      "shift+ArrowRight": widen(columnWidths.step),
      "shift+ArrowLeft": widen(-columnWidths.step),
      "alt+ArrowRight": move(1),
      "alt+ArrowLeft": move(-1),
      "alt+ArrowDown": openMenu,
      ContextMenu: openMenu,
    };
    return actions[stroke];
  };

  const inGroup = (stroke: string): (() => void) | undefined => {
    if (line?.kind !== "group") return undefined;
    const { group, isClosed } = line;
    // Enter and Space press the button that it is.
    if (stroke === "ArrowRight") return () => isClosed && grid.onToggleGroup(group.key);
    return stroke === "ArrowLeft" ? () => !isClosed && grid.onToggleGroup(group.key) : undefined;
  };

  const inBody = (stroke: string): (() => void) | undefined => {
    if (!lead) return inGroup(stroke);
    const isBox = cursor.place === 0;
    const actions: Record<string, () => void> = {
      Enter: isBox ? toggle : () => grid.onOpen(lead.id, "panel"),
      "mod+Enter": () => grid.onOpen(lead.id, "page"),
      Space: isBox ? toggle : () => grid.onPeek(grid.peeked === lead.id ? null : lead.id),
      "shift+Space": toggle,
      F2: () => grid.edit(cursor),
      "shift+ArrowDown": () => extend(1),
      "shift+ArrowUp": () => extend(-1),
    };
    return actions[stroke];
  };

  return (event) => {
    const target = event.target;
    // Keys in a box, a menu or an editor inside of a cell are theirs.
    if (event.defaultPrevented || !(target instanceof Element) || !target.matches("[data-place]")) return;
    const stroke = strokeOf(event.nativeEvent);
    const anywhere: Record<string, () => void> = {
      ArrowDown: () => toRow(row + 1),
      ArrowUp: () => (row === 0 ? goTo({ leadId: null, place: cursor.place }) : row > 0 && toRow(row - 1)),
      ArrowLeft: () => toPlace(cursor.place - 1),
      ArrowRight: () => toPlace(cursor.place + 1),
      Home: () => toPlace(0),
      End: () => toPlace(columns.length),
      PageDown: () => toRow(row + grid.rowsOnScreen),
      PageUp: () => toRow(row - grid.rowsOnScreen),
      "mod+Home": () => grid.toEnd("start"),
      "mod+End": () => grid.toEnd("end"),
      "mod+a": () =>
        onSelect(
          select(
            selection,
            leads.map(({ id }) => id),
            true,
          ),
        ),
    };
    const action = (cursor.leadId === null ? inHead(stroke, target) : inBody(stroke)) ?? anywhere[stroke];
    if (!action) return;
    event.preventDefault();
    action();
  };
}
