"use client";

import { ErrorState } from "@/components/ui/error-state";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <ErrorState
      title="This page could not be shown"
      detail="Something went wrong on our side. Try again in a moment."
      requestId={error.digest}
      onRetry={reset}
      className="py-24"
    />
  );
}
