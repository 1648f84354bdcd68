import { Select, type SelectProps } from "./select";

/** A `Select` under its label. */
export const SelectField = <Value extends string>(props: SelectProps<Value>) => (
  <div className="flex flex-col items-start gap-1.5">
    <span aria-hidden className="text-sm font-medium">
      {props.label}
    </span>
    <Select {...props} className="w-full" />
  </div>
);
