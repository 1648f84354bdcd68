import { composerMessages } from "@/components/lead-record/composer/messages";
import type { TimelineCallAnswer } from "@/lib/dialects/native/lead-timeline";
import { wordFor } from "@/lib/kit/language";
import { sayMoment } from "@/lib/kit/moment";

/** A call in short: `Outgoing · Reached · 4 min · Today 14:30`, in an IANA zone. */
export function sayCall(
  { direction, outcome, durationSeconds, calledAt }: TimelineCallAnswer,
  asOf: string,
  timeZone: string,
): string {
  return [
    wordFor(composerMessages.directions, direction),
    wordFor(composerMessages.outcomes, outcome),
    ...(durationSeconds ? [composerMessages.minutesShort(Math.round(durationSeconds / 60))] : []),
    sayMoment(new Date(calledAt), new Date(asOf), timeZone),
  ].join(" · ");
}
