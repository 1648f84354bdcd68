"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Card } from "@/components/ui/card";
import { StateMessage } from "@/components/ui/state-message";
import { messages } from "./messages";
import { RowsSkeleton } from "./overview-skeleton";

type TileProps<Answer> = {
  title: string;
  /** How its numbers are meant, in a sentence. */
  hint?: string;
  query: Pick<UseQueryResult<Answer>, "data" | "error" | "refetch" | "isPlaceholderData">;
  /** What is said in place of nothing; null where there is something. */
  emptyOf: (answer: Answer) => string | null;
  icon: ReactNode;
  children: (answer: Answer) => ReactNode;
};

/** A tile with a query of its own: it waits, fails and is empty alone. */
export function Tile<Answer>({ title, hint, query, emptyOf, icon, children }: TileProps<Answer>) {
  const { data, error, refetch, isPlaceholderData } = query;
  const empty = data === undefined ? null : emptyOf(data);
  return (
    <Card title={title} flush className="pb-2" aria-busy={isPlaceholderData}>
      {hint && <p className="text-ink-muted relative -top-1 px-4 pb-1 text-xs text-pretty">{hint}</p>}
      {error && data === undefined ? (
        <QueryFailure error={error} title={messages.failedTile} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <RowsSkeleton rows={6} />
      ) : empty !== null ? (
        <StateMessage icon={icon} title={empty} className="py-8" />
      ) : (
        children(data)
      )}
    </Card>
  );
}
