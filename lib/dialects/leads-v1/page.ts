import { z } from "zod";
import { publicUrl } from "@/lib/http/public-url";
import { answer, answerOf } from "./answers";

/** A page of a list, with the addresses of its neighbours. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  answerOf(
    z.object({
      results: z.array(item),
      count: z.int(),
      previous: z.url().nullable(),
      next: z.url().nullable(),
    }),
  );

type Page = { total: number; page: { offset: number; limit: number } };

/** A page as the wire shows it: its neighbours keep what else the request asked for. */
export function printPage<Item>(results: Item[], { total, page: { offset, limit } }: Page, request: Request) {
  const at = (place: number): string => {
    const url = publicUrl(request);
    url.searchParams.set("limit", String(limit));
    url.searchParams.set("offset", String(place));
    return url.href;
  };
  return answer({
    results,
    count: total,
    previous: offset > 0 ? at(Math.max(0, offset - limit)) : null,
    next: offset + limit < total ? at(offset + limit) : null,
  });
}
