import type { ReactNode } from "react";
import { Change } from "./change";

type FigureProps = {
  label: string;
  hint?: string;
  value: number;
  /** Of the period before, which `against` names; not compared without. */
  previous?: number | null;
  against?: string | null;
  unit?: "%";
  /** How the value is shown, where it is not a plain number. */
  children?: ReactNode;
  /** What is said beneath, such as amounts in other currencies. */
  foot?: ReactNode;
};

/** One number to look at, with its change against the period before. */
export function Figure({ label, hint, value, previous = null, against = null, unit, children, foot }: FigureProps) {
  return (
    <div className="bg-raised flex min-w-0 flex-col px-4 py-3.5">
      <dt className="text-ink-muted truncate text-sm" title={hint}>
        {label}
      </dt>
      <dd className="mt-1 flex flex-col gap-1">
        <span className="figures truncate text-xl font-semibold sm:text-2xl">
          {children ?? value.toLocaleString("en")}
          {unit && <span className="text-ink-faint ml-0.5 text-lg font-medium">{unit}</span>}
        </span>
        {previous !== null && <Change value={value} previous={previous} against={against} />}
        {foot}
      </dd>
    </div>
  );
}
