import { NativeSelect } from "@/components/ui/native-select";
import type { ImportAnswer, ImportChoicesAnswer } from "@/lib/dialects/native/imports";
import { targetLabels } from "@/lib/imports/messages";
import { isTarget, type Target } from "@/lib/imports/model/targets";
import { wordFor } from "@/lib/kit/language";
import { messages } from "./messages";

type ColumnRowProps = {
  column: ImportAnswer["columns"][number];
  target: string | null;
  choices: ImportChoicesAnswer | undefined;
  onChange: (target: Target | null) => void;
};

/** A column of the file: its heading, what stands in it, and what it fills. */
export function ColumnRow({ column, target, choices, onChange }: ColumnRowProps) {
  const samples = column.samples.slice(0, 3).join(", ");
  return (
    <div className="flex items-center gap-x-4 gap-y-2 px-4 py-2 text-sm max-sm:flex-col max-sm:items-stretch max-sm:py-3">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{column.heading}</span>
        <span className="text-ink-muted block truncate text-xs lg:hidden">{samples || messages.nothingIn}</span>
      </span>
      <span className="text-ink-muted min-w-0 flex-1 truncate max-lg:hidden" title={samples}>
        {samples || messages.nothingIn}
      </span>
      <NativeSelect
        aria-label={messages.fills(column.heading)}
        value={target ?? ""}
        onChange={(event) => onChange(isTarget(event.target.value) ? event.target.value : null)}
        className={target ? "w-64 max-sm:w-auto" : "[&>select]:text-ink-muted w-64 max-sm:w-auto"}
      >
        <option value="">{messages.leaveOut}</option>
        {(["contact", "lead"] as const).map((of) => (
          <optgroup key={of} label={messages[of]}>
            {choices?.fields
              .filter((field) => field.of === of)
              .map((field) => (
                <option key={field.target} value={field.target}>
                  {wordFor(targetLabels, field.target)}
                </option>
              ))}
          </optgroup>
        ))}
        {choices && choices.customFields.length > 0 && (
          <optgroup label={messages.customFields}>
            {choices.customFields.map((field) => (
              <option key={field.target} value={field.target}>
                {field.label}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={messages.newField}>
          {choices?.newFieldTypes.map((type) => (
            <option key={type} value={`new:${type}`}>
              {messages.newField}: {messages.newFieldTypes[type].toLowerCase()}
            </option>
          ))}
        </optgroup>
        {!choices && target && <option value={target}>{target}</option>}
      </NativeSelect>
    </div>
  );
}
