"use client";

import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import type { OverviewAnswer } from "@/lib/dialects/native/overview";
import { overviewRanges } from "@/lib/reports/model";
import { messages } from "./messages";
import type { OverviewFilter } from "./queries";

type OverviewFiltersProps = {
  search: OverviewFilter;
  choices: OverviewAnswer["choices"] | undefined;
  onChange: (change: Partial<OverviewFilter>) => void;
};

/** What stands in a URL for leads of no owner and for leads of no source. */
const none = { value: "(none)" };

/** Which leads the figures are about: since when, and of which pipeline, owner and source where there are several. */
export function OverviewFilters({ search, choices, onChange }: OverviewFiltersProps) {
  const { pipelines = [], owners = [], sources = [] } = choices ?? {};
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const selects = [
    { name: "pipeline", all: messages.allPipelines, options: pipelines.map(named), atLeast: 2 },
    {
      name: "owner",
      all: messages.allOwners,
      options: [...owners.map(named), { ...none, label: messages.noOwner }],
      atLeast: 3,
    },
    {
      name: "source",
      all: messages.allSources,
      options: [...sources.map((source) => ({ value: source, label: source })), { ...none, label: messages.noSource }],
      atLeast: 2,
    },
  ] as const;
  return (
    <>
      {selects.map(
        ({ name, all, options, atLeast }) =>
          (options.length >= atLeast || search[name]) && (
            <Select
              key={name}
              label={messages[name]}
              value={search[name]}
              options={[{ value: "", label: all }, ...options]}
              onChange={(next) => onChange({ [name]: next })}
              className="max-w-44 max-sm:max-w-none max-sm:min-w-0 max-sm:flex-auto max-sm:gap-0.5 max-sm:pr-1.5 max-sm:pl-2"
            />
          ),
      )}
      <SegmentedControl
        label={messages.range}
        value={search.range}
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
        className="max-sm:w-full"
      />
    </>
  );
}
