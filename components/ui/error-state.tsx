"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { Button } from "./button";
import { messages } from "./messages";
import { StateMessage } from "./state-message";

type ErrorStateProps = {
  title?: string;
  /** What went wrong and what to do, in a sentence. */
  detail?: string;
  /** By which the server's log knows the failed request. */
  requestId?: string | null;
  onRetry?: () => void;
  className?: string;
};

/** What a view says when it could not be loaded: why, how to try again, what to quote when asking for help. */
export function ErrorState({ title = messages.notLoaded, detail, requestId, onRetry, className }: ErrorStateProps) {
  return (
    <StateMessage
      live
      icon={<TriangleAlert />}
      title={title}
      className={className}
      action={
        onRetry && (
          <Button onClick={onRetry}>
            <RotateCw aria-hidden />
            {messages.tryAgain}
          </Button>
        )
      }
    >
      {detail}
      {requestId && (
        <p className="text-ink-faint mt-1 text-xs">
          {messages.request} <code className="font-mono select-all">{requestId}</code>
        </p>
      )}
    </StateMessage>
  );
}
