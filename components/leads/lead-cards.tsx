import Link from "next/link";
import { Money } from "@/components/fields/money";
import { Dot } from "@/components/ui/dot";
import { paths } from "@/lib/client/paths";
import { sayAgo } from "@/lib/kit/moment";
import type { LeadRow } from "./queries";

type LeadListProps = { leads: LeadRow[]; asOf: string; timeZone: string };

/** The same leads where a table has no room: one above the other, to be tapped. */
export function LeadCards({ leads, asOf, timeZone }: LeadListProps) {
  return (
    <ul className="md:hidden">
      {leads.map((lead) => (
        <li key={lead.id} className="border-line border-b">
          <Link
            href={paths.lead(lead.id)}
            prefetch={false}
            className="active:bg-hover flex flex-col gap-0.5 px-4 py-2.5"
          >
            <span className="flex items-baseline gap-3">
              <span className="min-w-0 flex-1 truncate text-base font-medium">{lead.name}</span>
              {lead.valueMinor !== null && (
                <span className="text-sm">
                  <Money minor={lead.valueMinor} currency={lead.currency} style="short" />
                </span>
              )}
            </span>
            <span className="text-ink-muted flex items-center gap-2 text-sm">
              <Dot color={lead.stage.color} />
              <span className="shrink-0">{lead.stage.name}</span>
              <span className="text-ink-faint min-w-0 flex-1 truncate">
                {lead.contactName ?? lead.email ?? lead.phone}
              </span>
              <span className="figures text-ink-faint shrink-0 text-xs">
                {sayAgo(new Date(lead.createdAt), new Date(asOf), timeZone)}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
