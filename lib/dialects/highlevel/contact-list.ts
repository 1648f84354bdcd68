import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { ContactQuery } from "@/lib/contacts/query/model";
import type { ContactPage } from "@/lib/contacts/query/search-contacts";
import { publicUrl } from "@/lib/http/public-url";
import { FoundContact, printFound, total } from "./contact-search";
import { count, instant, known, milliseconds, pathId, short } from "./fields";

export const ListQuery = known({
  locationId: short,
  startAfterId: short.optional(),
  startAfter: z
    .union([milliseconds, instant], "must be a number of milliseconds, or an ISO 8601 date string")
    .optional(),
  query: short.optional(),
  limit: count(1, 100).default(20),
});

/** A moment as the domain takes it in a cursor: milliseconds, or its text; null where there is none. */
const momentIn = (text: string | undefined): string | number | null =>
  text ? (/^\d+$/.test(text) ? Number(text) : text) : null;

/** The query that the list's parameters ask: the newest first, behind the contact or the moment that is named. */
export function listQueryOf(query: z.infer<typeof ListQuery>): ContactQuery {
  const { startAfter, startAfterId, limit, query: search } = query;
  return {
    filter: { all: [] },
    sorts: [],
    limit,
    ...(search?.trim() && { search }),
    // A moment without an id comes after all that were made at it.
    ...((startAfter || startAfterId) && { after: [momentIn(startAfter), startAfterId ?? ""] }),
  };
}

const Meta = z.object({
  total,
  nextPageUrl: z.string().nullable(),
  startAfterId: z.string().nullable(),
  startAfter: z.number().nullable(),
  currentPage: z.number(),
  nextPage: z.number().nullable(),
  prevPage: z.number().nullable(),
});

export const ListAnswer = z.object({
  contacts: z.array(FoundContact),
  count: total,
  meta: Meta,
});

/** A page of the list, with where the next one is. */
export function printList(page: ContactPage, context: Context, request: Request): z.infer<typeof ListAnswer> {
  const url = publicUrl(request);
  const last = page.contacts.at(-1);
  const [startAfter = null] = last?.cursor ?? [];
  const next = page.hasMore && typeof startAfter === "number" ? startAfter : null;
  if (next !== null && last) {
    url.searchParams.set("startAfter", String(next));
    url.searchParams.set("startAfterId", last.contact.id);
  }
  return {
    contacts: printFound(page, context),
    count: page.total,
    meta: {
      total: page.total,
      nextPageUrl: next === null ? null : url.href,
      startAfterId: last?.contact.id ?? null,
      startAfter: typeof startAfter === "number" ? startAfter : null,
      currentPage: 1,
      nextPage: next === null ? null : 2,
      prevPage: null,
    },
  };
}

export const BusinessContactsPath = z.object({ businessId: pathId });
export const BusinessContactsQuery = known({
  locationId: short,
  limit: count(1, 100).default(25),
  skip: count(0, 9_900).default(0),
  query: short.optional(),
});
export const BusinessContactsAnswer = ListAnswer.omit({ meta: true });

/** Which page of the contacts of a business a query asks for. */
export const businessPageOf = ({ limit, skip, query: search }: z.infer<typeof BusinessContactsQuery>) => ({
  limit,
  offset: skip,
  ...(search?.trim() && { search }),
});

export const printBusinessContacts = (page: ContactPage, context: Context): z.infer<typeof BusinessContactsAnswer> => ({
  contacts: printFound(page, context),
  count: page.total,
});
