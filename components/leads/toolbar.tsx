"use client";

import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import type { DisplayPanelProps } from "./display-panel";
import { FilterButton } from "./filter/filter-button";
import { messages } from "./messages";

type ToolbarProps = Omit<DisplayPanelProps, "trigger"> & {
  /** The views, at the left. */
  children: ReactNode;
  /** How many filters are in force. */
  filters: number;
  onFilter: (anchor: HTMLElement) => void;
};

/** The views at the left; at the right what is filtered and how it is shown. */
export function Toolbar({ children, filters, onFilter, ...display }: ToolbarProps) {
  const trigger = (
    <Button variant="quiet" size="small">
      <SlidersHorizontal aria-hidden />
      <span className="max-sm:sr-only">{messages.display}</span>
    </Button>
  );
  return (
    <div className="border-line flex min-h-10 items-center gap-1 border-b px-4 md:px-6">
      {children}
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <FilterButton count={filters} onPress={onFilter} />
        <OnDemand
          popup="dialog"
          trigger={trigger}
          load={() => import("./display-panel")}
          renderPanel={({ DisplayPanel }) => <DisplayPanel trigger={trigger} {...display} />}
        />
      </div>
    </div>
  );
}
