import { sayDate } from "@/lib/kit/moment";

/** A day, or the days from and to, as people say them. */
export const sayBucket = (from: string, to: string): string =>
  from === to ? sayDate(from) : `${sayDate(from)} – ${sayDate(to)}`;
