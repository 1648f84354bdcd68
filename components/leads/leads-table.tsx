import Link from "next/link";
import { Money } from "@/components/fields/money";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Dot } from "@/components/ui/dot";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { LeadLineAnswer } from "@/lib/dialects/native/leads";
import { sayAgo, sayExactly } from "@/lib/kit/moment";
import { messages } from "./messages";

export type LeadListProps = { leads: LeadLineAnswer[]; asOf: string; timeZone: string };

/** Leads to be compared. A row opens its lead. */
export function LeadsTable({ leads, asOf, timeZone }: LeadListProps) {
  return (
    <Table className="table-fixed max-md:hidden">
      <thead>
        <tr>
          <HeadCell className="w-[30%] md:first:pl-6">{messages.name}</HeadCell>
          <HeadCell>{messages.contact}</HeadCell>
          <HeadCell className="w-[13%]">{messages.stage}</HeadCell>
          <HeadCell className="w-[15%]">{messages.owner}</HeadCell>
          <HeadCell numeric className="w-[10%]">
            {messages.value}
          </HeadCell>
          <HeadCell numeric className="w-42 md:last:pr-6">
            {messages.created}
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {leads.map((lead) => (
          <tr key={lead.id} className="hover:bg-hover relative transition-colors">
            <Cell className="md:first:pl-6">
              <div className="flex items-center gap-2">
                <Link
                  href={paths.lead(lead.id)}
                  prefetch={false}
                  className="focus-visible:before:outline-focus truncate font-medium before:absolute before:inset-0 focus-visible:outline-none focus-visible:before:outline-2 focus-visible:before:-outline-offset-2"
                >
                  {lead.name}
                </Link>
                {lead.archived && <Badge>{messages.archived}</Badge>}
              </div>
            </Cell>
            <Cell>
              <p className="truncate">
                {lead.contactName ?? lead.email ?? lead.phone}
                <span className="text-ink-faint"> {lead.companyName ?? (lead.contactName ? lead.email : null)}</span>
              </p>
            </Cell>
            <Cell>
              <span className="flex items-center gap-2">
                <Dot color={lead.stage.color} />
                <span className="truncate">{lead.stage.name}</span>
              </span>
            </Cell>
            <Cell>
              {lead.ownerName ? (
                <span className="flex items-center gap-2">
                  <Avatar name={lead.ownerName} size="small" />
                  <span className="truncate">{lead.ownerName}</span>
                </span>
              ) : (
                <span className="text-ink-faint">{messages.nobody}</span>
              )}
            </Cell>
            <Cell numeric>
              {lead.valueMinor !== null && <Money minor={lead.valueMinor} currency={lead.currency} />}
            </Cell>
            <Cell numeric className="text-ink-muted md:last:pr-6">
              <time dateTime={lead.createdAt} title={sayExactly(new Date(lead.createdAt), timeZone)}>
                {sayAgo(new Date(lead.createdAt), new Date(asOf), timeZone)}
              </time>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
