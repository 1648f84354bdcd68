import { PanelRight } from "lucide-react";
import { memo, type ReactNode, useState } from "react";
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
  const [isHovered, setHovered] = useState(false);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-lead={lead.id}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      style={{ transform: `translateY(${top}px)`, height }}
      className={classes(
        "group/row absolute inset-x-0 top-0 grid grid-cols-(--columns) text-sm",
        editor === null ? "contain-strict" : "z-2",
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
      {columns.map((column, place) => {
        const isEdited = editor !== null && cursor === place + 1;
        return (
          <div
            key={column.id}
            role={place === 0 ? "rowheader" : "gridcell"}
            aria-colindex={place + 2}
            data-place={place + 1}
            tabIndex={cursor === place + 1 ? 0 : -1}
            style={pinnedStyle(column, place)}
            className={classes(
              // What is wrong with what was typed stands below the cell.
              isEdited ? `${cellClass} overflow-visible!` : place === 0 ? cellClass : plainCellClass,
              column.isPinned && pinnedClass,
              column.isNumeric && "figures justify-end text-right",
              columns[place + 1]?.isPinned === false && column.isPinned && pinnedEdgeClass,
            )}
          >
            {isEdited ? (
              editor
            ) : place === 0 ? (
              <LeadName lead={lead} isHovered={isHovered} />
            ) : (
              <CellValue lead={lead} column={column.id} clock={clock} />
            )}
          </div>
        );
      })}
    </div>
  );
});

const anyCellClass = classes(
  "border-line min-w-0 border-b px-3 whitespace-nowrap",
  "focus-visible:outline-focus outline-none focus-visible:z-2 focus-visible:outline-2 focus-visible:-outline-offset-2",
);
/** A cell of parts that stand beside each other. */
export const cellClass = `${anyCellClass} flex items-center gap-2 overflow-hidden`;
/** A cell of text: a line of it is laid out in a fraction of the time. */
const plainCellClass = `${anyCellClass} truncate leading-(--line)`;
/** A cell that stays in sight covers what passes below it, in the colour of its row. */
export const pinnedClass = "sticky z-1 bg-inherit";
export const pinnedEdgeClass = "border-r";

type LeadNameProps = { lead: LeadRow; isHovered: boolean };

/** A link to the lead's own page, which the grid opens in the panel; the button beside it does the same by mouse. */
function LeadName({ lead, isHovered }: LeadNameProps) {
  return (
    <>
      <a href={paths.lead(lead.id)} tabIndex={-1} data-open className="truncate font-medium hover:underline">
        {lead.name}
      </a>
      {lead.archived && <Badge>{messages.archived}</Badge>}
      {isHovered && (
        <button
          type="button"
          tabIndex={-1}
          data-peek
          aria-label={messages.peek(lead.name)}
          className="text-ink-faint hover:bg-pressed hover:text-ink ml-auto inline-flex size-6 shrink-0 items-center justify-center rounded-sm"
        >
          <PanelRight aria-hidden className="size-4" />
        </button>
      )}
    </>
  );
}
