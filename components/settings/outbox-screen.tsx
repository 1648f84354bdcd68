"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ChevronRight, Mail } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import type { OutboxAnswer } from "@/lib/dialects/native/settings";
import { sayAgo, sayExactly } from "@/lib/kit/moment";
import { messages } from "./messages";
import { outboxQuery } from "./queries";

type OneMail = OutboxAnswer["mails"][number];
const tones: Record<OneMail["status"], BadgeTone> = {
  waiting: "caution",
  sent: "positive",
  kept: "accent",
  failed: "negative",
  withdrawn: "neutral",
};

/** The mail that the location sends, each to be opened and read. */
export function OutboxScreen() {
  const outbox = useInfiniteQuery(outboxQuery());
  const first = outbox.data?.pages[0];
  const mails = outbox.data?.pages.flatMap((page) => page.mails) ?? [];
  return (
    <Section title={messages.outbox} hint={messages.outboxHint}>
      <Card flush>
        {outbox.error && !first ? (
          <QueryFailure error={outbox.error} title={messages.failedOutbox} onRetry={() => void outbox.refetch()} />
        ) : !first ? (
          <LoadingLines />
        ) : mails.length === 0 ? (
          <StateMessage icon={<Mail />} title={messages.noMailTitle}>
            {messages.noMailHint}
          </StateMessage>
        ) : (
          <ul className="divide-line divide-y">
            {mails.map((mail) => (
              <li key={mail.id}>
                <MailLine mail={mail} asOf={first.asOf} timeZone={first.timeZone} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      {outbox.hasNextPage && (
        <Button className="mt-3" busy={outbox.isFetchingNextPage} onClick={() => void outbox.fetchNextPage()}>
          {messages.more}
        </Button>
      )}
    </Section>
  );
}

function MailLine({ mail, asOf, timeZone }: { mail: OneMail; asOf: string; timeZone: string }) {
  const createdAt = new Date(mail.createdAt);
  return (
    <details className="group">
      <summary
        data-list-item
        className="hover:bg-hover flex items-center gap-3 px-4 py-2.5 text-sm select-none [&::-webkit-details-marker]:hidden"
      >
        <ChevronRight
          aria-hidden
          className="text-ink-faint size-4 shrink-0 transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{mail.subject}</span>
          <span className="text-ink-muted block truncate text-xs">
            {messages.to(mail.toName ? `${mail.toName} <${mail.toAddress}>` : mail.toAddress)}
          </span>
        </span>
        <Badge tone={tones[mail.status]}>{messages.statuses[mail.status]}</Badge>
        <time
          dateTime={mail.createdAt}
          title={sayExactly(createdAt, timeZone)}
          className="figures text-ink-faint shrink-0 text-xs max-sm:hidden"
        >
          {sayAgo(createdAt, new Date(asOf), timeZone)}
        </time>
      </summary>
      <div className="border-line bg-sunken border-t px-4 py-3 pl-11">
        {mail.lastError && (
          <p className="text-negative mb-2 text-sm">
            {mail.lastError} ({messages.attempts(mail.attempts)})
          </p>
        )}
        <p className="max-w-[72ch] text-sm break-words whitespace-pre-line">
          <Linked text={mail.text} />
        </p>
      </div>
    </details>
  );
}

const address = /(https?:\/\/[^\s<>"]+)/;

/** A text in which web addresses can be followed. */
function Linked({ text }: { text: string }) {
  return text.split(address).map((part, index) =>
    address.test(part) ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never move
      <a key={index} href={part} rel="noreferrer" className="text-accent-ink break-all underline">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
