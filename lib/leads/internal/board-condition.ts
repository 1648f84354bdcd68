import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { BoardStatus } from "@/lib/leads/model";
import { containing } from "./containing";

/** What a board asks of its leads, beside whose they are and which stage they are in. */
export type BoardFilter = {
  status: BoardStatus;
  /** Words that all have to be in the names, the company or the email address. */
  search?: string;
};

/** Whether the board shows all that there is of a status: its counts are then in the tallies. */
export const isWhole = ({ search }: BoardFilter): boolean => !search?.trim();

/** The condition that a lead is one the board shows. */
export const onBoard = ({ status, search = "" }: BoardFilter): SQL | undefined =>
  and(
    isNull(opportunities.archivedAt),
    // Written out, for the index of open deals to be taken whatever the value is bound to.
    status === "all"
      ? undefined
      : status === "open"
        ? sql`${opportunities.status} = 'open'`
        : eq(opportunities.status, status),
    ...search
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => sql`${opportunities.searchText} like ${containing(word)}`),
  );
