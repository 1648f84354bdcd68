import { parseAsString, useQueryStates } from "nuqs";

const text = parseAsString.withDefault("");
const parsers = { q: text, stage: text, pipeline: text, source: text, from: text, to: text };

/** Which leads the list shows, and the way to show others: both are the page's URL. */
export const useLeadsSearch = () => useQueryStates(parsers);
