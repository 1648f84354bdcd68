"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { UserRoundCheck } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { QueryFailure } from "@/components/fields/query-failure";
import { pressAction, useListKeys } from "@/components/shell/use-list-keys";
import { Button, buttonClass } from "@/components/ui/button";
import { messages as uiMessages } from "@/components/ui/messages";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { StateMessage } from "@/components/ui/state-message";
import { TitleBelow } from "@/components/ui/title-below";
import { paths } from "@/lib/client/paths";
import { clustersOf } from "./clusters";
import { messages } from "./messages";
import { PairCard } from "./pair-card";
import { duplicatesQuery } from "./queries";

/** The queue of contacts that may be one person: each pair side by side, to be merged or told apart. */
export function DuplicatesScreen() {
  const [contact] = useQueryState("contact", parseAsString.withDefault(""));
  const query = useInfiniteQuery(duplicatesQuery(contact));
  const first = query.data?.pages[0];
  const pairs = query.data?.pages.flatMap((page) => page.pairs) ?? [];
  const clusters = clustersOf(pairs);
  useListKeys({
    name: "duplicates",
    title: messages.title,
    words: messages.keys,
    others: [
      { keys: "m", description: messages.keys.merge, run: () => pressAction("merge") },
      { keys: "n", description: messages.keys.dismiss, run: () => pressAction("dismiss") },
    ],
  });
  return (
    <>
      <PageHeader
        title={
          <TitleBelow href={paths.leads()} page={messages.leads}>
            {messages.title}
          </TitleBelow>
        }
        detail={<span className="max-md:hidden">{messages.hint}</span>}
      >
        {contact && (
          <Link href={paths.duplicates()} className={buttonClass({ size: "small" })}>
            {messages.all}
          </Link>
        )}
      </PageHeader>
      {query.error && !first ? (
        <QueryFailure
          error={query.error}
          title={messages.failed}
          onRetry={() => void query.refetch()}
          className="py-20"
        />
      ) : !first ? (
        <div aria-busy className="flex flex-col gap-4 p-6">
          <span className="sr-only">{uiMessages.loading}</span>
          <Skeleton className="h-48" />
          <Skeleton className="h-48" />
        </div>
      ) : pairs.length === 0 ? (
        <StateMessage
          live
          icon={<UserRoundCheck />}
          title={contact ? messages.noneOfContact : messages.none}
          className="py-20"
          action={
            <Link href={paths.leads()} className={buttonClass()}>
              {messages.back}
            </Link>
          }
        >
          {messages.noneHint}
        </StateMessage>
      ) : (
        <div className="mx-auto flex max-w-240 flex-col gap-4 p-4 md:p-6">
          {pairs.map((pair) => (
            <PairCard
              key={pair.id}
              pair={pair}
              cluster={clusters.get(pair.contacts[0]?.id ?? "") ?? []}
              asOf={first.asOf}
              timeZone={first.timeZone}
            />
          ))}
          {query.hasNextPage && (
            <Button className="self-center" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {messages.more}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
