"use client";

import { Lock, WifiOff } from "lucide-react";
import { ErrorState } from "@/components/ui/error-state";
import { messages } from "@/components/ui/messages";
import { StateMessage } from "@/components/ui/state-message";
import { isFailedRequest } from "@/lib/client/api";

type QueryFailureProps = { error: Error; title?: string; onRetry: () => void; className?: string };

/** What a view says when its query failed: no permission, no connection, or the reason, Retry and the request's id. */
export function QueryFailure({ error, title, onRetry, className }: QueryFailureProps) {
  const failed = isFailedRequest(error) ? error : null;
  if (failed?.status === 403) {
    return (
      <StateMessage live icon={<Lock />} title={messages.noAccess} className={className}>
        {failed.message}
      </StateMessage>
    );
  }
  if (failed?.status === 0 && !navigator.onLine) {
    return (
      <StateMessage live icon={<WifiOff />} title={messages.offline} className={className}>
        {messages.offlineHint}
      </StateMessage>
    );
  }
  return (
    <ErrorState
      title={title}
      detail={failed?.message}
      requestId={failed?.requestId}
      onRetry={onRetry}
      className={className}
    />
  );
}
