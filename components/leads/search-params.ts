import { parseAsString } from "nuqs/server";

/** Which leads the list shows, as its URL says it. */
export const leadsSearch = {
  q: parseAsString.withDefault(""),
  stage: parseAsString.withDefault(""),
  pipeline: parseAsString.withDefault(""),
  source: parseAsString.withDefault(""),
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
};

/** The filters of the list; empty texts ask for nothing. */
export type LeadsFilter = { q: string; stage: string; pipeline: string; source: string; from: string; to: string };

/** The filters that are set, as the API takes them. */
export const askedOf = (filter: LeadsFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])));
