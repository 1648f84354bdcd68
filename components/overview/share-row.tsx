import Link from "next/link";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import type { ComparedMoney } from "@/lib/dialects/native/overview";
import { sayNumber } from "@/lib/kit/number";
import { Amounts } from "./amounts";
import { messages } from "./messages";

type ShareRowProps = {
  name: string;
  /** What stands before the name: the mark of a stage. */
  mark?: ReactNode;
  description?: string;
  href: string;
  leads: number;
  /** Of all rows together, and of the longest: the bar is as long as this part of the longest. */
  total: number;
  longest: number;
  values: ComparedMoney[];
  /** `#rrggbb` of the bar; the accent's quiet form without. */
  color?: string;
};

/** One part of the whole: its name, a bar, how many, how much; the row opens its leads. */
export function ShareRow({ name, mark, description, href, leads, total, longest, values, color }: ShareRowProps) {
  const length = longest === 0 ? 0 : (leads / longest) * 100;
  return (
    <tr className="group hover:bg-hover relative transition-colors">
      <th scope="row" className="h-9 pl-4 text-left font-normal">
        <Link
          href={href}
          prefetch={false}
          title={description || undefined}
          className="focus-visible:before:outline-focus flex items-center gap-2.5 before:absolute before:inset-0 focus-visible:outline-none focus-visible:before:outline-2 focus-visible:before:-outline-offset-2"
        >
          {mark}
          <span className="min-w-0 truncate">{name}</span>
          <span className="sr-only">{messages.openLeads(leads)}</span>
          {description && (
            <span className="text-ink-faint min-w-0 flex-1 truncate text-xs @max-md:hidden">{description}</span>
          )}
        </Link>
        <span
          aria-hidden
          className="bg-accent mt-1 block h-0.5 rounded-full @md:hidden"
          style={{ width: `${length}%`, backgroundColor: color }}
        />
      </th>
      <td aria-hidden className="px-3 @max-md:hidden">
        <span className="bg-neutral-wash group-hover:bg-pressed block h-1.5 rounded-full">
          <span
            className="bg-accent block h-full rounded-full"
            style={{ width: `${length}%`, backgroundColor: color }}
          />
        </span>
      </td>
      <td className="figures text-right font-medium">{sayNumber(leads)}</td>
      <td className="figures text-ink-faint text-right text-xs @max-md:hidden">
        {total === 0 ? 0 : Math.round((leads / total) * 100)}%
      </td>
      <td className="pr-4 text-right">
        <Amounts values={values} />
      </td>
    </tr>
  );
}

/** The head of a table of `ShareRow`s, which gives its columns their widths; described rows have a wider first one. */
export function ShareHead({ name, described = false }: { name: string; described?: boolean }) {
  return (
    <thead className="text-ink-faint text-xs">
      <tr>
        <th
          scope="col"
          className={classes("h-7 pl-4 text-left font-medium", described ? "@md:w-[46%]" : "@md:w-[30%]")}
        >
          {name}
        </th>
        <td aria-hidden className="@max-md:hidden" />
        <th scope="col" className="w-16 text-right font-medium">
          {messages.leads}
        </th>
        <th scope="col" className="w-14 text-right font-medium @max-md:hidden">
          {messages.share}
        </th>
        <th scope="col" className="w-26 pr-4 text-right font-medium @md:w-30">
          {messages.value}
        </th>
      </tr>
    </thead>
  );
}
