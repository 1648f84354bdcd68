import { classes } from "@/components/ui/classes";
import type { FieldChoice } from "./field-choice";
import { mergeMessages as messages } from "./messages";

type ChoiceListProps<Field extends string> = {
  /** Tells the radio buttons of one list from those of another. */
  name: string;
  choices: FieldChoice<Field>[];
  taken: ReadonlyMap<string, string>;
  onChoose: (field: Field, recordId: string) => void;
};

/** Each field that differs, with its different values to choose from; a value that several have stands there once. */
export const ChoiceList = <Field extends string>({ name, choices, taken, onChoose }: ChoiceListProps<Field>) => (
  <div className="flex flex-col">
    {choices.map(({ field, label, values }) => {
      const chosen = values.find(({ id }) => id === taken.get(field))?.value;
      const different = values.filter(({ value }, place) => values.findIndex((each) => each.value === value) === place);
      return (
        <fieldset
          key={field}
          className="border-line grid min-w-0 gap-x-4 border-t py-2 first:border-t-0 sm:grid-cols-[8rem_1fr]"
        >
          <legend className="sr-only">{label}</legend>
          <span aria-hidden className="text-ink-faint pt-0.5 text-sm">
            {label}
          </span>
          <span className="flex min-w-0 flex-wrap gap-x-5 gap-y-1">
            {different.map(({ id, value }) => (
              <label key={id} className="flex min-h-6 max-w-full min-w-0 items-start gap-2 text-sm">
                <input
                  type="radio"
                  name={`${name}-${field}`}
                  aria-label={messages.take(label, value || messages.empty)}
                  checked={value === chosen}
                  onChange={() => onChoose(field, id)}
                  className="accent-accent mt-0.5 size-4 shrink-0"
                />
                <span className={classes("min-w-0 break-words", value !== chosen && "text-ink-muted")}>
                  {value || <span className="text-ink-faint">{messages.empty}</span>}
                </span>
              </label>
            ))}
          </span>
        </fieldset>
      );
    })}
  </div>
);
