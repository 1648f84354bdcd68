import { CalendarClock, CircleAlert, SquareCheckBig } from "lucide-react";
import { Money } from "@/components/fields/money";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { classes } from "@/components/ui/classes";
import { sayExactly } from "@/lib/kit/moment";
import { daysInStage, isStalled } from "@/lib/pipelines/model";
import { useBoard } from "./board-context";
import type { Card } from "./columns";
import { messages } from "./messages";

const tagsShown = 2;

/** What a card says of its lead below the name: whom it is about, what it is worth, what is to be done. */
export function CardFacts({ card, stalledAfterDays }: { card: Card; stalledAfterDays: number }) {
  const {
    clock: { now },
    facts,
  } = useBoard();
  const { contactName, companyName, name, valueMinor, currency, owner, tags } = card;
  const person = contactName === name ? companyName : (contactName ?? companyName);
  const days = daysInStage(new Date(card.stageChangedAt), now);
  const hasStalled = card.status === "open" && isStalled(days, stalledAfterDays, stalledAfterDays);
  return (
    <div id={`card-${card.id}`} className="text-ink-muted mt-0.5 flex flex-col gap-1.5 text-xs">
      {facts.has("contact") && person && <span className="truncate">{person}</span>}
      {facts.has("tags") && tags.length > 0 && (
        <span className="flex min-w-0 items-center gap-1 *:min-w-0">
          {tags.slice(0, tagsShown).map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
          {tags.length > tagsShown && (
            <span className="text-ink-faint">{messages.moreTags(tags.length - tagsShown)}</span>
          )}
        </span>
      )}
      {facts.has("next") && card.next && <NextStep next={card.next} />}
      <span className="flex min-h-5 items-center gap-2">
        {facts.has("value") && valueMinor !== null && (
          <span className="text-ink text-sm font-medium">
            <Money minor={valueMinor} currency={currency} />
          </span>
        )}
        <span className="ml-auto flex items-center gap-1.5">
          {hasStalled && (
            <span
              title={messages.stalledHint(stalledAfterDays)}
              className="text-caution inline-flex items-center gap-1 font-medium"
            >
              <CircleAlert aria-hidden className="size-3" />
              {messages.stalled}
            </span>
          )}
          {facts.has("days") && (
            <span title={messages.daysHint} className="figures text-ink-faint">
              {messages.days(days)}
              <span className="sr-only"> {messages.daysHint}</span>
            </span>
          )}
          {facts.has("owner") && owner && (
            <span title={messages.owner(owner.name)} className="inline-flex">
              <Avatar name={owner.name} size="small" />
              <span className="sr-only">{messages.owner(owner.name)}</span>
            </span>
          )}
        </span>
      </span>
    </div>
  );
}

/** What is to be done first; what is late says so. */
function NextStep({ next: { kind, title, at } }: { next: NonNullable<Card["next"]> }) {
  const {
    clock: { now, timeZone },
  } = useBoard();
  const moment = new Date(at);
  const isLate = moment < now;
  const Icon = kind === "task" ? SquareCheckBig : CalendarClock;
  return (
    <span
      title={sayExactly(moment, timeZone)}
      className={classes("flex items-center gap-1.5", isLate && "text-negative")}
    >
      <Icon aria-hidden className="size-3 shrink-0" />
      {isLate && <span className="font-medium">{messages.late}</span>}
      <span className="figures shrink-0">{messages.next(moment, now, timeZone)}</span>
      <span className="truncate">{title}</span>
    </span>
  );
}
