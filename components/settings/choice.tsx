"use client";

import { SelectField } from "@/components/ui/select-field";

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
    <SelectField
      label={label}
      value={value}
      options={values.map((each) => ({ value: each, label: words[each] }))}
      onChange={onChange}
    />
  );
}
