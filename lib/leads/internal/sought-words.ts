import { sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import { containing, hasTrigram, isShortWord } from "@/lib/kit/search-words";
import { foundLeads } from "./found-leads";
import type { Sought } from "./lead-question";

/** How what is sought is looked up. */
export type Source = Omit<Sought, "where">;

/** What no index knows. */
export const unknown: Source = { source: null };

/** Living leads whose search text has a part, in lower case. */
export const withPart = (part: string): Source => (hasTrigram(part) ? foundLeads(sql`${containing(part)}`) : unknown);

/**
 * Words in lower case that all have to be found, short ones at the beginning of a word: the longest
 * first, for it is met the least, and looked up.
 */
export const soughtWords = (words: readonly string[], deleted: boolean): Sought[] =>
  words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => {
      const { where, ...source } = isShortWord(word) ? soughtBeginning(word) : soughtPart(word);
      return { where, ...(deleted ? unknown : source) };
    });

const soughtPart = (word: string): Sought => ({
  where: sql`strpos(${opportunities.searchText}, ${word}) > 0`,
  ...withPart(word),
});

function soughtBeginning(word: string): Sought {
  const beginning = `(^|[ -/:-@])${word}`;
  return {
    // Most texts do not have the letters at all, which takes less to see.
    where: sql`(strpos(${opportunities.searchText}, ${word}) > 0 and ${opportunities.searchText} ~ ${beginning})`,
    source: (most) => sql`find_leads_beginning(${beginning}, ${most}::int) as opportunities`,
  };
}
