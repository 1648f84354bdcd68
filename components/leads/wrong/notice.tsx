import { X } from "lucide-react";
import type { UnreadPart } from "@/components/leads/state/search-params";
import { Button } from "@/components/ui/button";
import { wrongMessages as messages } from "./messages";

type NoticeProps = {
  /** The parts of the URL that make no sense. */
  unread: readonly UnreadPart[];
  /** Whether the view that the URL names is there no more. */
  isViewGone: boolean;
  onDismiss: () => void;
};

/** Says over the list what of its link was left out. */
export function Notice({ unread, isViewGone, onDismiss }: NoticeProps) {
  return (
    <div
      role="status"
      className="bg-caution-wash border-line text-ink flex items-center gap-3 border-b px-4 py-1.5 text-sm md:px-6"
    >
      <p className="min-w-0 flex-1">
        {isViewGone && messages.goneView}{" "}
        {unread.length > 0 && messages.unread(unread.map((part) => messages.parts[part]))}
      </p>
      <Button variant="quiet" size="small" iconOnly aria-label={messages.dismiss} onClick={onDismiss}>
        <X aria-hidden />
      </Button>
    </div>
  );
}
