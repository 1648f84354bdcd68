"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Money } from "@/components/fields/money";
import { QueryFailure } from "@/components/fields/query-failure";
import { Badge } from "@/components/ui/badge";
import { Dot } from "@/components/ui/dot";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { isFailedRequest } from "@/lib/client/api";
import { paths } from "@/lib/client/paths";
import type { LeadRecordAnswer } from "@/lib/dialects/native/leads";
import { ActivityList } from "./activity-list";
import { AppointmentsList } from "./appointments-list";
import { FactsCards } from "./facts-cards";
import { FilesList } from "./files-list";
import { messages } from "./messages";
import { MissingLead } from "./missing-lead";
import { NotesList } from "./notes-list";
import { leadRecordQuery } from "./queries";

/** One lead: what is known at the left, what was said in the middle, what is related at the right. */
export function LeadRecordScreen({ leadId }: { leadId: string }) {
  const { data, error, refetch } = useQuery(leadRecordQuery(leadId));
  if (error && !data) {
    return isFailedRequest(error) && error.status === 404 ? (
      <MissingLead leadId={leadId} />
    ) : (
      <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} className="py-24" />
    );
  }
  if (!data) return <RecordSkeleton />;
  return (
    <>
      <RecordHeader lead={data.lead} />
      <div className="mx-auto grid max-w-360 items-start gap-4 p-4 md:p-6 lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)] xl:grid-cols-[minmax(0,20rem)_minmax(0,1fr)_minmax(0,20rem)]">
        <FactsCards record={data} />
        <div className="flex min-w-0 flex-col gap-4">
          <NotesList record={data} />
          <ActivityList record={data} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 xl:col-start-auto">
          <AppointmentsList record={data} />
          {data.attachments.length > 0 && <FilesList record={data} />}
        </div>
      </div>
    </>
  );
}

function RecordHeader({ lead }: { lead: LeadRecordAnswer["lead"] }) {
  return (
    <PageHeader
      title={
        <span className="flex min-w-0 items-center gap-1.5">
          <Link href={paths.leads()} className="text-ink-muted hover:text-ink text-sm font-normal max-sm:hidden">
            {messages.leads}
          </Link>
          <ChevronRight aria-hidden className="text-ink-faint size-4 shrink-0 max-sm:hidden" />
          <span className="truncate">{lead.name}</span>
        </span>
      }
      detail={<span className="figures">{messages.number(lead.number)}</span>}
    >
      <span className="flex items-center gap-2 text-sm">
        <Dot color={lead.stage.color} />
        {lead.stage.name}
      </span>
      {lead.status !== "open" && (
        <Badge tone={lead.status === "won" ? "positive" : "neutral"}>{messages.statuses[lead.status]}</Badge>
      )}
      {lead.convertedAt && <Badge tone="positive">{messages.converted}</Badge>}
      {lead.archivedAt && <Badge>{messages.archived}</Badge>}
      {lead.valueMinor !== null && (
        <span className="text-base font-semibold">
          <Money minor={lead.valueMinor} currency={lead.currency} />
        </span>
      )}
    </PageHeader>
  );
}

function RecordSkeleton() {
  return (
    <div aria-busy className="grid gap-4 p-6 lg:grid-cols-[20rem_1fr]">
      <span className="sr-only">Loading</span>
      <Skeleton className="h-80" />
      <Skeleton className="h-52" />
    </div>
  );
}
