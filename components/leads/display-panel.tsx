"use client";

import { ArrowDown, ArrowUp, ChevronDown, ChevronUp, Pin, X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { groupings, queryLimits, type Sort } from "@/lib/leads/query/model";
import { type Column, columnOf, leadColumns } from "./columns";
import { laterMessages } from "./later-messages";
import { changeColumn, type ColumnState, firstColumn, moveColumn, toggleColumn } from "./state/column-state";
import { chooseRowHeight, useRowHeight } from "./state/row-height";
import type { ViewSettings } from "./state/search-params";

export type DisplayPanelProps = {
  trigger: ReactElement;
  settings: ViewSettings;
  /** The columns that are shown, in their order. */
  columns: readonly ColumnState[];
  /** The columns that the location added. */
  custom: readonly Column[];
  onChange: (change: Partial<ViewSettings>) => void;
};

/** How the list is shown: its order, its groups, its columns, the height of its rows. */
export function DisplayPanel({ trigger, settings, columns, custom, onChange }: DisplayPanelProps) {
  return (
    <Popover defaultOpen align="end" trigger={trigger} label={laterMessages.displayLabel} className="w-80">
      <div className="flex flex-col gap-4">
        <Sorting sorts={settings.sorts} custom={custom} onChange={(sorts) => onChange({ sorts })} />
        <Section title={laterMessages.grouping}>
          <Select
            label={laterMessages.grouping}
            value={settings.group ?? "none"}
            options={[
              { value: "none", label: laterMessages.noGroups },
              ...groupings.map((each) => ({ value: each, label: laterMessages.groupings[each] })),
            ]}
            onChange={(group) => onChange({ group: group === "none" ? null : group })}
            className="w-full"
          />
        </Section>
        {/* Cards, which small screens have, know no columns. */}
        <div className="flex flex-col gap-4 max-md:hidden">
          <RowHeightChoice />
          <Columns columns={columns} custom={custom} onChange={(next) => onChange({ columns: next })} />
        </div>
      </div>
    </Popover>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="text-ink-faint mb-1.5 text-xs font-medium">{title}</h3>
    {children}
  </section>
);

type SortingProps = { sorts: readonly Sort[]; custom: readonly Column[]; onChange: (sorts: Sort[]) => void };

function Sorting({ sorts, custom, onChange }: SortingProps) {
  const free = [...leadColumns(), ...custom].filter(
    ({ id, isSortable }) => isSortable && !sorts.some(({ field }) => field === id),
  );
  return (
    <Section title={laterMessages.sorting}>
      <ul className="flex flex-col gap-1 not-empty:mb-1">
        {sorts.map(({ field, direction }) => {
          const label = columnOf(field, custom)?.label ?? field;
          const turned: Sort = { field, direction: direction === "asc" ? "desc" : "asc" };
          return (
            <li key={field} className="flex items-center gap-1 text-sm">
              <Button
                size="small"
                className="flex-1 justify-between!"
                aria-label={laterMessages.turnSort(label, direction === "asc")}
                onClick={() => onChange(sorts.map((sort) => (sort.field === field ? turned : sort)))}
              >
                <span className="truncate">{label}</span>
                {direction === "asc" ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
              </Button>
              <Button
                variant="quiet"
                size="small"
                iconOnly
                aria-label={laterMessages.dropSort(label)}
                onClick={() => onChange(sorts.filter((sort) => sort.field !== field))}
              >
                <X aria-hidden />
              </Button>
            </li>
          );
        })}
      </ul>
      {sorts.length < queryLimits.sorts && (
        <Select
          key={sorts.length}
          label={laterMessages.addSort}
          value=""
          options={[
            { value: "", label: sorts.length === 0 ? laterMessages.notSorted : laterMessages.chooseSort },
            ...free.map(({ id, label }) => ({ value: id, label })),
          ]}
          onChange={(field) => field && onChange([...sorts, { field, direction: "asc" }])}
          className="w-full"
        />
      )}
    </Section>
  );
}

function RowHeightChoice() {
  const height = useRowHeight();
  return (
    <div className="flex items-center justify-between">
      <h3 className="text-ink-faint text-xs font-medium">{laterMessages.rowHeight}</h3>
      <SegmentedControl
        label={laterMessages.rowHeight}
        value={height}
        segments={[
          { value: "normal", label: laterMessages.heights.normal },
          { value: "compact", label: laterMessages.heights.compact },
        ]}
        onChange={chooseRowHeight}
      />
    </div>
  );
}

type ColumnsProps = {
  columns: readonly ColumnState[];
  custom: readonly Column[];
  onChange: (columns: ColumnState[] | null) => void;
};

function Columns({ columns, custom, onChange }: ColumnsProps) {
  const hidden = [...leadColumns(), ...custom].filter(({ id }) => !columns.some((column) => column.id === id));
  const shown = columns.flatMap((state) => {
    const column = columnOf(state.id, custom);
    return column ? [{ ...state, label: column.label }] : [];
  });
  return (
    <Section title={laterMessages.columns}>
      <ul>
        {shown.map(({ id, label, isPinned }) => (
          <li key={id} className="group/column flex h-8 items-center gap-0.5 text-sm">
            <ColumnBox id={id} label={label} isShown onToggle={() => onChange(toggleColumn(columns, id))} />
            {id !== firstColumn && (
              <>
                <Button
                  variant="quiet"
                  size="small"
                  iconOnly
                  aria-pressed={isPinned === true}
                  aria-label={laterMessages.pinColumn(label)}
                  className="aria-pressed:text-accent-ink"
                  onClick={() => onChange(changeColumn(columns, id, { isPinned: isPinned ? undefined : true }))}
                >
                  <Pin aria-hidden />
                </Button>
                <Button
                  variant="quiet"
                  size="small"
                  iconOnly
                  aria-label={laterMessages.left(label)}
                  onClick={() => onChange(moveColumn(columns, id, -1))}
                >
                  <ChevronUp aria-hidden />
                </Button>
                <Button
                  variant="quiet"
                  size="small"
                  iconOnly
                  aria-label={laterMessages.right(label)}
                  onClick={() => onChange(moveColumn(columns, id, 1))}
                >
                  <ChevronDown aria-hidden />
                </Button>
              </>
            )}
          </li>
        ))}
        {hidden.map(({ id, label }) => (
          <li key={id} className="flex h-8 items-center text-sm">
            <ColumnBox id={id} label={label} isShown={false} onToggle={() => onChange(toggleColumn(columns, id))} />
          </li>
        ))}
      </ul>
      <Button variant="quiet" size="small" className="mt-1" onClick={() => onChange(null)}>
        {laterMessages.ownColumns}
      </Button>
    </Section>
  );
}

function ColumnBox({
  id,
  label,
  isShown,
  onToggle,
}: {
  id: string;
  label: string;
  isShown: boolean;
  onToggle: () => void;
}) {
  return (
    <label className="flex min-w-0 flex-1 items-center gap-2.5">
      <input
        type="checkbox"
        className="accent-accent size-4"
        checked={isShown}
        disabled={id === firstColumn}
        onChange={onToggle}
      />
      <span className="truncate">{label}</span>
    </label>
  );
}
