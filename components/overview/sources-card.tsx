"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { OverviewAnswer } from "@/lib/dialects/native/overview";
import { listPath } from "./list-path";
import { messages } from "./messages";
import { ShareHead, ShareRow } from "./share-row";

const shownAtFirst = 8;

/** Where leads came from, most first; the small ones behind a button. */
export function SourcesCard({ overview }: { overview: OverviewAnswer }) {
  const [all, setAll] = useState(false);
  const { sources } = overview;
  const longest = Math.max(0, ...sources.map(({ leads }) => leads));
  const total = sources.reduce((sum, { leads }) => sum + leads, 0);
  const shown = all ? sources : sources.slice(0, shownAtFirst);
  return (
    <Card title={messages.bySource} flush className="pb-2">
      {sources.length === 0 ? (
        <p className="text-ink-muted px-4 py-6 text-sm">{messages.emptyRange}</p>
      ) : (
        <table className="w-full table-fixed text-sm">
          <ShareHead name={messages.source} />
          <tbody>
            {shown.map(({ source, leads, values, filter }) => (
              <ShareRow
                key={source ?? ""}
                name={source ?? messages.noSource}
                href={listPath(filter)}
                leads={leads}
                total={total}
                longest={longest}
                values={values}
              />
            ))}
          </tbody>
        </table>
      )}
      {sources.length > shownAtFirst && (
        <Button variant="quiet" size="small" className="mt-1 ml-2" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? messages.fewerSources : messages.moreSources(sources.length - shownAtFirst)}
        </Button>
      )}
    </Card>
  );
}
