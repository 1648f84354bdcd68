"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { useListKeys } from "@/components/shell/use-list-keys";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { messages } from "./messages";
import { importRowsQuery } from "./queries";

/** The first rows of which there is something to tell, with the reason. */
export function ToldRows({ id, title, hint, action }: { id: string; title: string; hint: string; action?: ReactNode }) {
  const { data, error, refetch } = useQuery(importRowsQuery(id));
  useListKeys({ name: "import", title });
  return (
    <div className="mt-8">
      <Section title={title} hint={hint} action={action}>
        <Card flush>
          {error && !data ? (
            <QueryFailure error={error} title={messages.failedRows} onRetry={() => void refetch()} />
          ) : !data ? (
            <LoadingLines lines={1} />
          ) : (
            <ul className="divide-line divide-y">
              {data.rows.map((row) => (
                <li
                  key={row.position}
                  tabIndex={-1}
                  data-list-item
                  className="flex gap-x-4 gap-y-1 px-4 py-2.5 text-sm max-sm:flex-col"
                >
                  <span className="text-ink-faint figures w-16 shrink-0">
                    {messages.line} {row.line}
                  </span>
                  <span className="min-w-0 flex-1">
                    <span className="block">{row.reason}</span>
                    {row.cells.length > 0 && (
                      <span className="text-ink-muted block truncate text-xs">
                        {row.cells.filter(Boolean).join(" · ")}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Card>
      </Section>
    </div>
  );
}
