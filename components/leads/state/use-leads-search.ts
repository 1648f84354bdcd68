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

const parsers = Object.fromEntries([...searchNames, ...linkNames, "lead"].map((name) => [name, parseAsString]));

/** What the list shows, and the way to show something else: both are the page's URL. */
export function useLeadsSearch() {
  const [parameters, setParameters] = useQueryStates(parsers);
  const search = useMemo(() => readLeadsSearch(parameters), [parameters]);
  return {
    search,
    /** The parts of the URL that make no sense. */
    unread: useMemo(() => unreadParts(parameters), [parameters]),
    /** The lead in the side panel. */
    lead: parameters["lead"] ?? null,
    change: (change: Partial<LeadsSearch>) => void setParameters(writeLeadsSearch(change)),
    /** Opens a lead in the side panel: Back closes it again. */
    showLead: (lead: string | null) =>
      void setParameters({ lead }, { history: lead && !parameters["lead"] ? "push" : "replace" }),
  };
}
