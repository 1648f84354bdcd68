import { Button } from "@/components/ui/button";
import { messages } from "./messages";

type ListFootProps = { hasMore: boolean; hasFailed: boolean; onRetry: () => void };

/** What stands below the last lead: that more is on its way, that it did not come, or that these are all. */
export function ListFoot({ hasMore, hasFailed, onRetry }: ListFootProps) {
  if (hasFailed) {
    return (
      <span role="alert" className="text-ink-muted flex items-center gap-3 text-sm">
        {messages.moreFailed}
        <Button size="small" onClick={onRetry}>
          {messages.retry}
        </Button>
      </span>
    );
  }
  return <span className="text-ink-faint text-xs">{hasMore ? messages.loading : messages.end}</span>;
}
