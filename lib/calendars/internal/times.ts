import type { Context } from "@/lib/access/context";
import { Invalid, type Issue } from "@/lib/access/errors";
import type { GivenTime } from "@/lib/calendars/model";
import { instantFromWallTime, wallTime } from "@/lib/kit/zone";

type Span = { startsAt: Date; endsAt: Date };

/**
 * The instant of a given time, on the location's clock where it has no zone. A time that reads as the
 * `known` one does stays that one: sending back what was printed then moves nothing, not even the
 * second of two equal hours in autumn.
 * @throws Invalid (rule `time`) for a wall time that is none.
 */
export function readTime(context: Context, field: keyof Span, given: GivenTime, known?: Span): Date {
  if (given instanceof Date) return given;
  const { timeZone } = context.location;
  const instant = instantFromWallTime(given.wallTime, timeZone);
  if (!instant) throw Invalid.field(field, "time", "Send a date and time as yyyy-mm-dd hh:mm.");
  const before = known?.[field];
  return before && wallTime(before, timeZone) === wallTime(instant, timeZone) ? before : instant;
}

/**
 * The rules of an appointment's time: it ends after it starts, and a start that is `moved` lies ahead.
 * @throws Invalid (rules `end_before_start`, `in_past`).
 */
export function checkTimes(context: Context, { startsAt, endsAt }: Span, { moved }: { moved: boolean }): void {
  const issues: Issue[] = [];
  if (endsAt <= startsAt) {
    issues.push({ path: ["endsAt"], rule: "end_before_start", message: "An appointment must end after it starts." });
  }
  if (moved && startsAt <= context.now) {
    issues.push({ path: ["startsAt"], rule: "in_past", message: "This time is over. Choose one that lies ahead." });
  }
  if (issues.length > 0) throw new Invalid(issues);
}
