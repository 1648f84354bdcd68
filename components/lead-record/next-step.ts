import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";

/** What is to be done next about a lead; `at` is null for a task without a date. */
export type NextStep = { kind: "task" | "appointment"; title: string; at: Date | null; isLate: boolean };

/** The appointments that are still to take place, by their status. */
const standing = new Set(["new", "confirmed", "rescheduled"]);

/** The open task or coming appointment of a lead that is due first, those without a date last; null without any. */
export function nextStepOf({
  asOf,
  tasks,
  appointments,
}: Pick<LeadRecordAnswer, "asOf" | "tasks" | "appointments">): NextStep | null {
  const now = new Date(asOf);
  const steps: NextStep[] = [
    ...tasks
      .filter(({ completedAt }) => completedAt === null)
      .map(({ title, dueAt }) => {
        const at = dueAt === null ? null : new Date(dueAt);
        return { kind: "task" as const, title, at, isLate: at !== null && at < now };
      }),
    ...appointments
      .filter(({ status, endsAt }) => standing.has(status) && new Date(endsAt) > now)
      .map(({ startsAt, note }) => ({
        kind: "appointment" as const,
        title: note,
        at: new Date(startsAt),
        isLate: false,
      })),
  ];
  const [first = null] = steps.toSorted((one, other) => timeOf(one) - timeOf(other));
  return first;
}

const timeOf = ({ at }: NextStep): number => at?.getTime() ?? Infinity;
