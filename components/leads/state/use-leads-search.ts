import { parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import {
  type LeadsSearch,
  linkNames,
  readLeadsSearch,
  searchNames,
  unreadParts,
  writeLeadsSearch,
} from "./search-params";

/** What of the list a part of its URL says. */
const settingOf = { filter: "filter", sort: "sorts", group: "group", columns: "columns" } as const;

const parsers = Object.fromEntries([...searchNames, ...linkNames, "lead"].map((name) => [name, parseAsString]));

/** What the list shows, and the way to show something else: both are the page's URL. */
export function useLeadsSearch() {
  const [parameters, setParameters] = useQueryStates(parsers);
  const search = useMemo(() => readLeadsSearch(parameters), [parameters]);
  const unread = useMemo(() => unreadParts(parameters), [parameters]);
  const change = (next: Partial<LeadsSearch>) => void setParameters(writeLeadsSearch(next));
  return {
    search,
    /** The parts of the URL that make no sense. */
    unread,
    /** Takes them out of the URL: the list is as its view says. */
    forgetUnread: (view: string) =>
      change({ ...Object.fromEntries(unread.map((part) => [settingOf[part], undefined])), view }),
    /** The lead in the side panel. */
    lead: parameters["lead"] ?? null,
    change,
    /** Opens a lead in the side panel: Back closes it again. */
    showLead: (lead: string | null) =>
      void setParameters({ lead }, { history: lead && !parameters["lead"] ? "push" : "replace" }),
  };
}
