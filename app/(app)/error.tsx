"use client";

import { pageMessages } from "@/app/page-messages";
import { ErrorState } from "@/components/ui/error-state";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <ErrorState
      title={pageMessages.failed}
      detail={pageMessages.failedHint}
      requestId={error.digest}
      onRetry={reset}
      className="py-24"
    />
  );
}
