import type { KeyboardEvent, ReactNode, SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { composerMessages } from "./messages";

type ComposerFrameProps = {
  /** What its button does. */
  action: string;
  busy: boolean;
  /** Whether there is something to throw away. */
  hasDraft: boolean;
  problem: string | null;
  onSubmit: () => void;
  onDiscard: () => void;
  children: ReactNode;
};

/** A form of the composer: its fields, what is wrong, and its buttons. Ctrl or Command with Enter sends it. */
export function ComposerFrame({ action, busy, hasDraft, problem, onSubmit, onDiscard, children }: ComposerFrameProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl with Enter sends it from any field
    <form noValidate onSubmit={submit} onKeyDown={byKey} className="flex flex-col gap-3">
      {children}
      {problem && (
        <p role="alert" className="text-negative text-sm">
          {problem}
        </p>
      )}
      <div className="flex items-center justify-end gap-2">
        {hasDraft && (
          <>
            <span className="text-ink-faint mr-auto text-xs">{composerMessages.draftKept}</span>
            <Button size="small" variant="quiet" onClick={onDiscard}>
              {composerMessages.discard}
            </Button>
          </>
        )}
        <Button size="small" type="submit" variant="primary" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
