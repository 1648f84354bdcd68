import type { OverviewRange } from "@/lib/reports/model";

/** Dates `yyyy-mm-dd`, both included. */
export type Span = { from: string; to: string };

/** `date` moved by `days`: calendar days, which no zone and no clock change touches. */
export function moveDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days a span has. */
export const daysOf = ({ from, to }: Span): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** The days that a range up to and with `today` covers, and as many before them; no days for all time. */
export function spansOf(range: OverviewRange, today: string): { current: Span | null; previous: Span | null } {
  if (range === "all") return { current: null, previous: null };
  const days = Number(range);
  const from = moveDate(today, 1 - days);
  return { current: { from, to: today }, previous: { from: moveDate(from, -days), to: moveDate(from, -1) } };
}

/** A span cut into parts of `length` days, the last one ending with it and the first one perhaps shorter. */
export function cut(span: Span, length: number): Span[] {
  const parts: Span[] = [];
  for (let { to } = span; to >= span.from; to = moveDate(to, -length)) {
    const from = moveDate(to, 1 - length);
    parts.unshift({ from: from < span.from ? span.from : from, to });
  }
  return parts;
}

/** How long the bars of a chart are, in days, so that there are about thirty of them at most. */
export const barDays = (days: number): number => (days <= 31 ? 1 : days <= 120 ? 7 : 28);
