import { sayDate } from "@/lib/kit/moment";

/** A day, or the days from and to, as people say them. */
export const sayBucket = (from: string, to: string, withYear: boolean): string =>
  from === to ? sayDate(from, withYear) : `${sayDate(from, withYear)} – ${sayDate(to, withYear)}`;

/** Whether days of these buckets come in more than one year, and are told apart by it alone. */
export const comesTwice = (buckets: readonly { from: string; to: string }[]): boolean => {
  const [first, last] = [buckets.at(0), buckets.at(-1)];
  return first !== undefined && last !== undefined && Date.parse(last.to) - Date.parse(first.from) > 366 * 86_400_000;
};
