import type { ReactNode } from "react";
import { sayNumber } from "@/lib/kit/number";
import { laterMessages } from "./later-messages";
import { ListLink } from "./list-link";

type CountRowsProps = {
  /** All of them together, and the list that has them. */
  total: { text: string; filter: object };
  rows: { id: string; mark: ReactNode; name: string; detail?: string; leads: number; filter: object }[];
};

/** A number in a sentence, and what it is made of; each opens its list. */
export function CountRows({ total, rows }: CountRowsProps) {
  return (
    <>
      <p className="px-4 pb-1 text-sm">
        <ListLink filter={total.filter} className="figures font-semibold">
          {total.text}
        </ListLink>
      </p>
      <ul>
        {rows.map(({ id, mark, name, detail, leads, filter }) => (
          <li key={id} className="hover:bg-hover relative flex h-9 items-center gap-2.5 px-4 text-sm transition-colors">
            {mark}
            <ListLink row filter={filter} className="min-w-0 truncate">
              {name}
              <span className="sr-only">{laterMessages.openLeads(leads)}</span>
            </ListLink>
            {detail && <span className="text-ink-faint min-w-0 flex-1 truncate text-xs">{detail}</span>}
            <span className="figures ml-auto font-medium">{sayNumber(leads)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
