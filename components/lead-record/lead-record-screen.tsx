"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { QueryFailure } from "@/components/fields/query-failure";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { messages as uiMessages } from "@/components/ui/messages";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { TitleBelow } from "@/components/ui/title-below";
import { paths } from "@/lib/client/paths";
import { compose } from "./compose";
import { LeadRecord } from "./lead-record";
import { messages } from "./messages";
import { isMissing, MissingLead } from "./missing-lead";
import { useNeighbours } from "./neighbours";
import { leadRecordQuery } from "./queries";
import { LeadActions, LeadName, NeighbourLinks } from "./record-header";
import { LeadStanding } from "./standing";

/** One lead on a page of its own. */
export function LeadRecordScreen({ leadId }: { leadId: string }) {
  const { data, error, refetch } = useQuery(leadRecordQuery(leadId));
  const neighbours = useNeighbours(leadId);
  const router = useRouter();
  const go = (id: string | null | undefined): boolean => {
    if (id) router.push(paths.lead(id));
    return Boolean(id);
  };
  useShortcuts({ name: "record", title: messages.shortcuts }, [
    { keys: "j", description: messages.keys.next, run: () => go(neighbours?.next) },
    { keys: "k", description: messages.keys.previous, run: () => go(neighbours?.previous) },
    { keys: "n", description: messages.keys.note, run: () => compose(leadId, "note") },
  ]);
  // Also where it was there a moment ago: somebody deleted it.
  if (isMissing(error)) return <MissingLead leadId={leadId} />;
  if (error && !data)
    return <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} className="py-32" />;
  if (!data) return <RecordSkeleton />;
  return (
    <>
      <PageHeader
        title={
          <TitleBelow href={paths.leads()} page={messages.leads}>
            <LeadName record={data} />
          </TitleBelow>
        }
        detail={<span className="figures max-xl:hidden">{messages.number(data.lead.number)}</span>}
        aside={
          <>
            <NeighbourLinks neighbours={neighbours} onGo={go} />
            <LeadActions record={data} onGone={() => router.push(paths.leads())} />
          </>
        }
      >
        <LeadStanding record={data} />
      </PageHeader>
      <LeadRecord record={data} />
    </>
  );
}

/** The shape of a lead that is on its way. */
export function RecordSkeleton() {
  return (
    <div aria-busy className="@container">
      <div className="grid gap-4 p-4 md:p-6 @3xl:grid-cols-[20rem_1fr]">
        <span className="sr-only">{uiMessages.loading}</span>
        <Skeleton className="h-80" />
        <Skeleton className="h-52" />
      </div>
    </div>
  );
}
