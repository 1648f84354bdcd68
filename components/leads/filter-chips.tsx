"use client";

import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { StagesAnswer } from "@/lib/dialects/native/stages";
import { sayDate } from "@/lib/kit/moment";
import { withoutSource } from "@/lib/leads/model";
import { messages } from "./messages";
import type { LeadsFilter } from "./search-params";

type FilterChipsProps = {
  filter: LeadsFilter;
  stages: StagesAnswer["stages"];
  onChange: (change: Partial<LeadsFilter> | null) => void;
};

/** The filters that came with a link, such as from the overview: what they are, and the way out of each. */
export function FilterChips({ filter, stages, onChange }: FilterChipsProps) {
  const { source, from, to, pipeline } = filter;
  const pipelineName = stages.find((stage) => stage.pipeline.id === pipeline)?.pipeline.name;
  const chips: { label: string; clears: Partial<LeadsFilter> }[] = [
    ...(source
      ? [{ label: messages.source(source === withoutSource ? messages.noSource : source), clears: { source: "" } }]
      : []),
    ...(from || to
      ? [
          {
            label: messages.made(
              [from, to]
                .filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))
                .map((date) => sayDate(date, true))
                .join(" – "),
            ),
            clears: { from: "", to: "" },
          },
        ]
      : []),
    ...(pipelineName ? [{ label: messages.pipeline(pipelineName), clears: { pipeline: "" } }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <div className="border-line flex flex-wrap items-center gap-2 border-b px-4 py-2 md:px-6">
      {chips.map(({ label, clears }) => (
        <span
          key={label}
          className="figures border-line bg-raised inline-flex h-7 items-center gap-1 rounded-md border pr-1 pl-2.5 text-sm"
        >
          {label}
          <button
            type="button"
            aria-label={messages.remove(label)}
            onClick={() => onChange(clears)}
            className="text-ink-faint hover:bg-hover hover:text-ink inline-flex size-6 items-center justify-center rounded-sm"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </span>
      ))}
      <Button variant="quiet" size="small" onClick={() => onChange(null)}>
        {messages.clear}
      </Button>
    </div>
  );
}
