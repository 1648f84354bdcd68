import Link from "next/link";
import type { ReactNode } from "react";
import { sayNumber } from "@/lib/kit/number";
import { Change } from "./change";

type FigureProps = {
  label: string;
  /** The list that the value counts. */
  href: string;
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
export function Figure({
  label,
  href,
  hint,
  value,
  previous = null,
  against = null,
  unit,
  children,
  foot,
}: FigureProps) {
  return (
    <div className="bg-raised hover:bg-hover relative flex min-w-0 flex-col px-4 py-3.5 transition-colors">
      <dt className="text-ink-muted truncate text-sm" title={hint}>
        {label}
      </dt>
      <dd className="mt-1 flex flex-col gap-1">
        <Link
          href={href}
          prefetch={false}
          className="figures focus-visible:before:outline-focus truncate text-xl font-semibold before:absolute before:inset-0 focus-visible:outline-none focus-visible:before:outline-2 focus-visible:before:-outline-offset-2 sm:text-2xl"
        >
          {children ?? sayNumber(value)}
          {unit && <span className="text-ink-faint ml-0.5 text-lg font-medium">{unit}</span>}
        </Link>
        {previous !== null && <Change value={value} previous={previous} against={against} unit={unit} />}
        {foot}
      </dd>
    </div>
  );
}
