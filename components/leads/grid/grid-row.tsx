import { PanelRight } from "lucide-react";
import { memo, type ReactNode } from "react";
import { messages } from "@/components/leads/messages";
import type { LeadRow } from "@/components/leads/queries";
import { Badge } from "@/components/ui/badge";
import { classes } from "@/components/ui/classes";
import { paths } from "@/lib/client/paths";
import { CellValue, type Clock } from "./cell";
import { pinnedStyle, type ShownColumn } from "./layout";

type GridRowProps = {
  lead: LeadRow;
  /** The place among all leads, from 0. */
  index: number;
  /** How far below the head it stands, and how high it is, in pixels. */
  top: number;
  height: number;
  columns: readonly ShownColumn[];
  clock: Clock;
  isSelected: boolean;
  /** Whether the side panel shows it. */
  isPeeked: boolean;
  /** The place of the cell that has the keyboard, 0 for the box; null in other rows. */
  cursor: number | null;
  /** What stands in the cell that has the keyboard while it is edited. */
  editor: ReactNode;
};

/** A lead as a line of the grid. What happens to it the grid hears; a row that stays as it is is not drawn again. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { lead, index, top, height, columns, clock, isSelected, isPeeked, cursor, editor } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-lead={lead.id}
      style={{ transform: `translateY(${top}px)`, height }}
      className={classes(
        "group/row absolute inset-x-0 top-0 grid grid-cols-(--columns) text-sm",
        editor !== null && "z-2",
        isSelected || isPeeked ? "bg-accent-wash" : "bg-surface hover:bg-hover",
      )}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        data-place={0}
        tabIndex={cursor === 0 ? 0 : -1}
        className={classes(cellClass, pinnedClass, "left-0 justify-center pl-3")}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={isSelected}
          aria-label={messages.select(lead.name)}
          className={classes(
            "accent-accent size-4 group-hover/row:opacity-100 pointer-coarse:opacity-100",
            !isSelected && cursor !== 0 && "opacity-0 focus-visible:opacity-100",
          )}
        />
      </div>
      {columns.map((column, place) => (
        <div
          key={column.id}
          role={place === 0 ? "rowheader" : "gridcell"}
          aria-colindex={place + 2}
          data-place={place + 1}
          tabIndex={cursor === place + 1 ? 0 : -1}
          style={pinnedStyle(column, place)}
          className={classes(
            cellClass,
            column.isPinned && pinnedClass,
            column.isNumeric && "figures justify-end",
            // What is wrong with what was typed stands below the cell.
            editor !== null && cursor === place + 1 && "overflow-visible!",
            columns[place + 1]?.isPinned === false && column.isPinned && pinnedEdgeClass,
          )}
        >
          {editor && cursor === place + 1 ? (
            editor
          ) : place === 0 ? (
            <LeadName lead={lead} />
          ) : (
            <CellValue lead={lead} column={column.id} clock={clock} />
          )}
        </div>
      ))}
    </div>
  );
});

export const cellClass = classes(
  "border-line flex min-w-0 items-center gap-2 overflow-hidden border-b px-3 whitespace-nowrap",
  "focus-visible:outline-focus outline-none focus-visible:z-2 focus-visible:outline-2 focus-visible:-outline-offset-2",
);
/** A cell that stays in sight covers what passes below it, in the colour of its row. */
export const pinnedClass = "sticky z-1 bg-inherit";
export const pinnedEdgeClass = "border-r";

/** A link to the lead's own page, which the grid opens in the panel; the button beside it does the same by mouse. */
function LeadName({ lead }: { lead: LeadRow }) {
  return (
    <>
      <a href={paths.lead(lead.id)} tabIndex={-1} data-open className="truncate font-medium hover:underline">
        {lead.name}
      </a>
      {lead.archived && <Badge>{messages.archived}</Badge>}
      <button
        type="button"
        tabIndex={-1}
        data-peek
        aria-label={messages.peek(lead.name)}
        className="text-ink-faint hover:bg-pressed hover:text-ink ml-auto hidden size-6 shrink-0 items-center justify-center rounded-sm group-hover/row:inline-flex"
      >
        <PanelRight aria-hidden className="size-4" />
      </button>
    </>
  );
}
