"use client";

import Link from "next/link";
import { Money } from "@/components/fields/money";
import { messages } from "@/components/lead-record/messages";
import { Badge } from "@/components/ui/badge";
import { Dot } from "@/components/ui/dot";
import { paths } from "@/lib/client/paths";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { wordFor } from "@/lib/kit/language";
import { AppointmentsCard } from "./appointments-card";
import { FilesCard } from "./files-card";
import { RelatedCard } from "./related-card";
import { TasksCard } from "./tasks-card";

type RelatedProps = { record: LeadRecordAnswer };

/** What is related to the lead: tasks, appointments, files, quotes, other deals; each with a way to add to it. */
export function RelatedPanel({ record }: RelatedProps) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <TasksCard record={record} />
      <AppointmentsCard record={record} />
      <FilesCard record={record} />
      {record.quotes.length > 0 && <QuotesCard record={record} />}
      <OtherDealsCard record={record} />
    </div>
  );
}

function QuotesCard({ record }: RelatedProps) {
  return (
    <RelatedCard record={record} title={messages.quotes} empty={null}>
      <ul>
        {record.quotes.map(({ id, title, totalMinor, currency, status }) => (
          <li key={id} className="flex items-center gap-2 px-4 py-1.5 text-sm">
            <span className="min-w-0 flex-1 truncate">{title}</span>
            <Badge tone={status === "accepted" ? "positive" : "neutral"}>
              {wordFor(messages.quoteStatuses, status)}
            </Badge>
            <Money minor={totalMinor} currency={currency} />
          </li>
        ))}
      </ul>
    </RelatedCard>
  );
}

function OtherDealsCard({ record }: RelatedProps) {
  const { otherLeads } = record;
  return (
    <RelatedCard
      record={record}
      title={messages.otherDeals}
      empty={otherLeads.length === 0 ? messages.noOtherDeals : null}
    >
      <ul>
        {otherLeads.map(({ id, name, stage, status, valueMinor, currency }) => (
          <li key={id} className="hover:bg-hover relative flex flex-col px-4 py-1.5 text-sm">
            <span className="flex items-baseline gap-2">
              <Link
                href={paths.lead(id)}
                prefetch={false}
                className="min-w-0 flex-1 truncate font-medium before:absolute before:inset-0"
              >
                {name}
              </Link>
              {valueMinor !== null && <Money minor={valueMinor} currency={currency} />}
            </span>
            <span className="text-ink-muted flex items-center gap-2">
              <Dot color={stage.color} />
              {stage.name}
              {status !== "open" && ` · ${messages.statuses[status]}`}
            </span>
          </li>
        ))}
      </ul>
    </RelatedCard>
  );
}
