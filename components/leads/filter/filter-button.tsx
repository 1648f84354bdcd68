"use client";

import { ListFilter } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonMessages } from "./button-messages";
import { fetchFilterBar } from "./later-filter-bar";

type FilterButtonProps = {
  /** How many conditions are in force. */
  count: number;
  onPress: (anchor: HTMLElement) => void;
};

/** Opens the filter, and says how much is filtered. */
export const FilterButton = ({ count, onPress }: FilterButtonProps) => (
  <Button
    variant="quiet"
    size="small"
    aria-haspopup="dialog"
    onPointerEnter={fetchFilterBar}
    onFocus={fetchFilterBar}
    onClick={(event) => onPress(event.currentTarget)}
  >
    <ListFilter aria-hidden />
    <span className="max-sm:sr-only">{buttonMessages.filter}</span>
    {count > 0 && (
      <span className="bg-accent-wash text-accent-ink figures min-w-4.5 rounded-full px-1 text-center text-xs">
        {count}
      </span>
    )}
  </Button>
);
