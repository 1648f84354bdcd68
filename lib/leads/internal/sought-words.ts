import { sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import { containing } from "./containing";
import { foundLeads, isIndexed } from "./found-leads";
import type { Sought } from "./lead-question";

/** How what is sought is looked up. */
export type Source = Omit<Sought, "where">;

/** What no index knows. */
export const unknown: Source = { source: null };

/** Living leads whose search text has a part, in lower case. */
export const withPart = (part: string): Source => (isIndexed(part) ? foundLeads(sql`${containing(part)}`) : unknown);

/** Words in lower case that all have to be found: the longest first, for it is met the least, and looked up. */
export const soughtWords = (words: readonly string[], deleted: boolean): Sought[] =>
  words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => ({
      where: sql`strpos(${opportunities.searchText}, ${word}) > 0`,
      ...(deleted ? unknown : withPart(word)),
    }));
