import { Button } from "@/components/ui/button";
import { FloatingBar } from "./floating-bar";
import { followedBulkMessages as messages } from "./messages";
import type { FollowedBulk } from "./use-followed-bulk";

type BulkProgressProps = { running: NonNullable<FollowedBulk["running"]>; onStop: () => void };

/** How far a change of many leads is, and the way to end it early. */
export const BulkProgress = ({ running: { doing, done, total }, onStop }: BulkProgressProps) => (
  <FloatingBar label={messages.change}>
    <span role="status" className="figures pl-1 text-sm whitespace-nowrap">
      {messages.working(doing, done, total)}
    </span>
    <progress
      value={done}
      max={Math.max(total, 1)}
      aria-label={doing}
      className="[&::-webkit-progress-bar]:bg-pressed [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-value]:bg-accent bg-pressed h-1.5 w-40 appearance-none overflow-hidden rounded-full"
    />
    <Button variant="quiet" size="small" onClick={onStop}>
      {messages.stop}
    </Button>
  </FloatingBar>
);
