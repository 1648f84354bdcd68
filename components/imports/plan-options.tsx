import { type ReactNode, useId, useState } from "react";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { ImportAnswer, ImportChoicesAnswer } from "@/lib/dialects/native/imports";
import { messages } from "./messages";

type Plan = ImportAnswer["plan"];
type PlanOptionsProps = {
  plan: Plan;
  choices: ImportChoicesAnswer | undefined;
  onChange: (change: Partial<Plan>) => void;
};

/** How the rows are imported, beside what their columns fill. */
export function PlanOptions({ plan, choices, onChange }: PlanOptionsProps) {
  const [tags, setTags] = useState(plan.tags.join(", "));
  const filled = new Set<string | null>(plan.columns);
  const kindOf = (target: string | null) =>
    choices?.fields.find((field) => field.target === target)?.kind ??
    choices?.customFields.find((field) => field.target === target)?.type ??
    target?.replace("new:", "");
  const kinds = new Set(plan.columns.map(kindOf));
  const hasDates = kinds.has("date") || kinds.has("moment");
  const hasAmounts = kinds.has("money") || kinds.has("number");
  const names = filled.has("lead.stage") || filled.has("lead.owner") || filled.has("lead.pipeline");
  return (
    <Card title={messages.options}>
      <div className="grid gap-x-8 gap-y-6 pt-2 lg:grid-cols-2">
        <Policies value={plan.duplicates} onChange={(duplicates) => onChange({ duplicates })} />
        <div className="flex flex-col gap-4">
          {hasDates && (
            <Choice
              label={messages.dates}
              value={plan.dates}
              words={messages.dateOrders}
              onChange={(dates) => onChange({ dates })}
            />
          )}
          {hasAmounts && (
            <Choice
              label={messages.decimals}
              value={plan.decimals}
              words={messages.decimalMarks}
              onChange={(decimals) => onChange({ decimals })}
            />
          )}
          {names && (
            <Choice
              label={messages.whenUnknown}
              value={plan.whenUnknown}
              words={messages.unknowns}
              onChange={(whenUnknown) => onChange({ whenUnknown })}
            />
          )}
          <fieldset className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
            <legend className="mb-2 text-sm font-medium">{messages.defaults}</legend>
            <Labelled label={messages.stage}>
              {(id) => (
                <NativeSelect
                  id={id}
                  value={plan.stageId ?? ""}
                  onChange={(event) => onChange({ stageId: event.target.value || null })}
                >
                  <option value="">{messages.firstStage}</option>
                  {choices?.stages.map((stage) => (
                    <option key={stage.id} value={stage.id}>
                      {stage.name} ({stage.pipelineName})
                    </option>
                  ))}
                </NativeSelect>
              )}
            </Labelled>
            <Labelled label={messages.owner}>
              {(id) => (
                <NativeSelect
                  id={id}
                  value={plan.ownerId ?? ""}
                  onChange={(event) => onChange({ ownerId: event.target.value || null })}
                >
                  <option value="">{messages.nobody}</option>
                  {choices?.members.map((member) => (
                    <option key={member.id} value={member.id}>
                      {member.name}
                    </option>
                  ))}
                </NativeSelect>
              )}
            </Labelled>
            <Field
              label={messages.source}
              value={plan.source ?? ""}
              maxLength={255}
              onChange={(event) => onChange({ source: event.target.value || null })}
            />
          </fieldset>
          <Field
            label={messages.tags}
            hint={messages.tagsHint}
            value={tags}
            onChange={(event) => {
              setTags(event.target.value);
              onChange({
                tags: event.target.value
                  .split(",")
                  .map((tag) => tag.trim())
                  .filter(Boolean),
              });
            }}
          />
        </div>
      </div>
    </Card>
  );
}

function Policies({ value, onChange }: { value: Plan["duplicates"]; onChange: (value: Plan["duplicates"]) => void }) {
  const name = useId();
  // The keys of the words are the policies.
  const policies = Object.keys(messages.policies) as Plan["duplicates"][];
  return (
    <fieldset>
      <legend className="text-sm font-medium">{messages.duplicates}</legend>
      <p className="text-ink-muted mb-2 text-sm">{messages.duplicatesHint}</p>
      <div className="flex flex-col gap-1">
        {policies.map((policy) => (
          <label
            key={policy}
            className="hover:bg-hover has-checked:border-accent has-checked:bg-accent-wash border-line grid cursor-pointer grid-cols-[auto_1fr] gap-x-2.5 rounded-md border px-3 py-2 text-sm transition-colors"
          >
            <input
              type="radio"
              name={name}
              value={policy}
              checked={value === policy}
              onChange={() => onChange(policy)}
              className="accent-accent mt-0.75 size-3.5"
            />
            <span className="font-medium">{messages.policies[policy].label}</span>
            <span className="text-ink-muted col-start-2">{messages.policies[policy].hint}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  words: Record<Value, string>;
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ label, value, words, onChange }: ChoiceProps<Value>) {
  // The keys of a record are what the record is of.
  const values = Object.keys(words) as Value[];
  return (
    <Labelled label={label}>
      {(id) => (
        <NativeSelect
          id={id}
          value={value}
          onChange={(event) => onChange(values.find((each) => each === event.target.value) ?? value)}
        >
          {values.map((each) => (
            <option key={each} value={each}>
              {words[each]}
            </option>
          ))}
        </NativeSelect>
      )}
    </Labelled>
  );
}
