"use client";

import { useIsMutating } from "@tanstack/react-query";
import { Money } from "@/components/fields/money";
import type { LeadsAnswer } from "@/lib/dialects/native/lead-query";
import { editKey } from "./edit/use-cell-edit";
import { messages } from "./messages";

/** How many currencies are told before the rest is counted. */
const toldCurrencies = 4;

/** What all leads that match come to: how many, exactly or not, and their value in each currency. */
export function Totals({ total, sums }: Pick<LeadsAnswer, "total" | "sums">) {
  const isSaving = useIsMutating({ mutationKey: editKey }) > 0;
  const told = (sums ?? []).toSorted((one, other) => other.leads - one.leads);
  const more = told.length - toldCurrencies;
  return (
    <footer
      data-foot
      aria-label={messages.totals}
      className="border-line text-ink-muted figures flex h-9 shrink-0 items-center gap-4 overflow-hidden border-t px-4 text-sm whitespace-nowrap md:px-6"
    >
      {total && (
        <span title={total.exact ? undefined : messages.estimated}>{messages.total(total.count, total.exact)}</span>
      )}
      {isSaving && <span className="animate-late text-ink-faint">{messages.saving}</span>}
      {told.length > 0 && <span className="text-ink-faint ml-auto text-xs">{messages.valueSum}</span>}
      {told.slice(0, toldCurrencies).map(({ currency, valueMinor }) => (
        <span key={currency} className="text-ink font-medium">
          <Money minor={valueMinor} currency={currency} style="short" />
        </span>
      ))}
      {more > 0 && <span>{messages.andMore(more)}</span>}
    </footer>
  );
}
