"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Trash2, Undo2 } from "lucide-react";
import Link from "next/link";
import { Money } from "@/components/fields/money";
import { QueryFailure } from "@/components/fields/query-failure";
import { useListKeys } from "@/components/shell/use-list-keys";
import { Button, buttonClass } from "@/components/ui/button";
import { Dot } from "@/components/ui/dot";
import { LoadingLines } from "@/components/ui/loading-lines";
import { PageHeader } from "@/components/ui/page-header";
import { StateMessage } from "@/components/ui/state-message";
import { TitleBelow } from "@/components/ui/title-below";
import { paths } from "@/lib/client/paths";
import type { BinAnswer } from "@/lib/dialects/native/lead-actions";
import { sayExactly, sayMoment } from "@/lib/kit/moment";
import { messages } from "./messages";
import { binQuery, leadApiPath } from "./queries";
import { useWrite } from "./use-write";

/** The leads that were deleted, each to be restored. */
export function BinScreen() {
  const query = useInfiniteQuery(binQuery());
  const first = query.data?.pages[0];
  const leads = query.data?.pages.flatMap((page) => page.leads) ?? [];
  useListKeys({ name: "bin", title: messages.binTitle });
  return (
    <>
      <PageHeader
        title={
          <TitleBelow href={paths.leads()} page={messages.leads}>
            {messages.binTitle}
          </TitleBelow>
        }
        detail={messages.binHint}
      />
      {query.error && !first ? (
        <QueryFailure
          error={query.error}
          title={messages.binFailed}
          onRetry={() => void query.refetch()}
          className="py-20"
        />
      ) : !first ? (
        <LoadingLines className="p-6" />
      ) : leads.length === 0 ? (
        <StateMessage
          live
          icon={<Trash2 />}
          title={messages.binEmpty}
          className="py-20"
          action={
            <Link href={paths.leads()} className={buttonClass()}>
              {messages.back}
            </Link>
          }
        >
          {messages.binEmptyHint}
        </StateMessage>
      ) : (
        <>
          <ul aria-label={messages.binTitle}>
            {leads.map((lead) => (
              <DeletedLead key={lead.id} lead={lead} asOf={first.asOf} timeZone={first.timeZone} />
            ))}
          </ul>
          {query.hasNextPage && (
            <div className="flex justify-center p-4">
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {messages.loadMore}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

type DeletedLeadProps = { lead: BinAnswer["leads"][number]; asOf: string; timeZone: string };

function DeletedLead({ lead, asOf, timeZone }: DeletedLeadProps) {
  const { tell, isBusy } = useWrite(lead.id);
  const at = new Date(lead.deletedAt);
  return (
    <li className="border-line flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2 text-sm md:px-6">
      <div className="min-w-0 flex-1 basis-52">
        <p className="truncate font-medium">{lead.name}</p>
        <p className="text-ink-muted flex items-center gap-2 truncate">
          <Dot color={lead.stage.color} />
          {lead.stage.name}
          <span className="text-ink-faint truncate">
            {[lead.contactName, lead.ownerName].filter(Boolean).join(" · ")}
          </span>
        </p>
      </div>
      {lead.valueMinor !== null && <Money minor={lead.valueMinor} currency={lead.currency} />}
      <time dateTime={lead.deletedAt} title={sayExactly(at, timeZone)} className="figures text-ink-faint">
        {messages.deletedAt(sayMoment(at, new Date(asOf), timeZone))}
      </time>
      <Button
        data-list-item
        size="small"
        busy={isBusy}
        aria-label={messages.restoreOf(lead.name)}
        onClick={() =>
          tell({
            method: "POST",
            path: `${leadApiPath(lead.id)}/restore`,
            done: messages.restored(lead.name),
            failed: messages.restoreFailed(lead.name),
          })
        }
      >
        <Undo2 aria-hidden />
        {messages.restore}
      </Button>
    </li>
  );
}
