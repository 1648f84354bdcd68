"use client";

import { Select } from "@/components/ui/select";

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  words: Record<Value, string>;
  onChange: (value: Value) => void;
};

/** One of a few words, under a label. */
export function Choice<Value extends string>({ label, value, words, onChange }: ChoiceProps<Value>) {
  // The keys of a record are what the record is of.
  const values = Object.keys(words) as Value[];
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden className="text-sm font-medium">
        {label}
      </span>
      <Select
        label={label}
        value={value}
        options={values.map((each) => ({ value: each, label: words[each] }))}
        onChange={onChange}
      />
    </div>
  );
}
