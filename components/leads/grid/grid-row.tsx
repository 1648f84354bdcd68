import { PanelRight } from "lucide-react";
import { memo, type ReactNode, useState } from "react";
import { messages } from "@/components/leads/messages";
import type { LeadRow } from "@/components/leads/queries";
import { Badge } from "@/components/ui/badge";
import { classes } from "@/components/ui/classes";
import { paths } from "@/lib/client/paths";
import { CellValue, type Clock } from "./cell";
import { boxProps, cellProps } from "./cell-props";
import type { ShownColumn } from "./layout";

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
        // The rule goes on where the columns end before the list does.
        "group/row absolute inset-x-0 top-0 grid grid-cols-(--columns) text-sm shadow-[inset_0_-1px_var(--color-line)]",
        editor === null ? "contain-strict" : "z-2",
        isSelected || isPeeked ? "bg-accent-wash" : "bg-surface hover:bg-hover",
      )}
    >
      <div role="gridcell" {...boxProps(cursor)}>
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
            {...cellProps(columns, place, cursor, {
              isPlain: place > 0 && !isEdited,
              className: classes(
                column.isNumeric && "figures justify-end text-right",
                // What is wrong with what was typed stands below the cell.
                isEdited && "overflow-visible!",
              ),
            })}
          >
            {isEdited ? (
              editor
            ) : place === 0 ? (
              <LeadName lead={lead} isHovered={isHovered} />
            ) : (
              <CellValue lead={lead} column={column.id} clock={clock} width={column.width} />
            )}
          </div>
        );
      })}
    </div>
  );
});

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
