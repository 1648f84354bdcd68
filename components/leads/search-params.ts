/** The filters of the list, as its URL says them; empty texts ask for nothing. */
export type LeadsFilter = { q: string; stage: string; pipeline: string; source: string; from: string; to: string };

const names = ["q", "stage", "pipeline", "source", "from", "to"] as const satisfies (keyof LeadsFilter)[];

/** The search parameters of a URL, read on the server as the browser reads them. */
export function readLeadsSearch(search: Record<string, string | string[] | undefined>): LeadsFilter {
  const [q = "", stage = "", pipeline = "", source = "", from = "", to = ""] = names.map((name) => {
    const value = search[name];
    return typeof value === "string" ? value : "";
  });
  return { q, stage, pipeline, source, from, to };
}

/** The filters that are set, as the API takes them. */
export const askedOf = (filter: LeadsFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])));
