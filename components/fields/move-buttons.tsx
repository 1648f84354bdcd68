import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "@/components/ui/button";
import { messages } from "./move-messages";

type MoveButtonsProps = { name: string; isFirst: boolean; isLast: boolean; onMove: (by: -1 | 1) => void };

/** The buttons that put a row of a list up and down. */
export const MoveButtons = ({ name, isFirst, isLast, onMove }: MoveButtonsProps) => (
  <>
    <Button
      variant="quiet"
      iconOnly
      data-move="up"
      disabled={isFirst}
      aria-label={messages.up(name)}
      onClick={() => onMove(-1)}
    >
      <ArrowUp aria-hidden />
    </Button>
    <Button
      variant="quiet"
      iconOnly
      data-move="down"
      disabled={isLast}
      aria-label={messages.down(name)}
      onClick={() => onMove(1)}
    >
      <ArrowDown aria-hidden />
    </Button>
  </>
);
