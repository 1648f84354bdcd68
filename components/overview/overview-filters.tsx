"use client";

import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { overviewRanges } from "@/lib/reports/model";
import { messages } from "./messages";
import type { OverviewFilter } from "./queries";

type OverviewFiltersProps = OverviewFilter & {
  pipelines: { id: string; name: string }[];
  onChange: (change: Partial<OverviewFilter>) => void;
};

/** Which leads the figures are about: since when, and of which pipeline where there are several. */
export function OverviewFilters({ range, pipeline, pipelines, onChange }: OverviewFiltersProps) {
  return (
    <>
      {pipelines.length > 1 && (
        <Select
          label={messages.pipeline}
          value={pipeline}
          options={[
            { value: "", label: messages.allPipelines },
            ...pipelines.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(next) => onChange({ pipeline: next })}
        />
      )}
      <SegmentedControl
        label={messages.range}
        value={range}
        segments={overviewRanges.map((value) => ({
          value,
          label: (
            <>
              <span aria-hidden>{messages.shortRanges[value]}</span>
              <span className="sr-only">{messages.ranges[value]}</span>
            </>
          ),
        }))}
        onChange={(next) => onChange({ range: next })}
      />
    </>
  );
}
