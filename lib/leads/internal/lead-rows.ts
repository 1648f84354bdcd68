import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { contacts } from "@/db/schema/contacts";
import { opportunities, opportunityFollowers } from "@/db/schema/opportunities";
import type { LeadOrder, LeadPage } from "@/lib/leads/model";
import type { LeadQuestion } from "./lead-question";
import { assignedTo, readableLeadsPrepared } from "./readable";

const sortable: Record<LeadOrder["by"], AnyPgColumn> = {
  createdAt: opportunities.createdAt,
  name: opportunities.nameLower,
  value: opportunities.valueMinor,
  lastContactedOn: opportunities.lastContactedOn,
};

/** The named column decides, the id the rest: pages never show a lead twice. Empty values come last. */
export function ordering({ by, direction }: LeadOrder): SQL {
  const column = sortable[by];
  if (direction === "asc") return sql`${asc(column)}, ${asc(opportunities.id)}`;
  const nullable = by === "value" || by === "lastContactedOn";
  return sql`${nullable ? sql`${column} desc nulls last` : desc(column)}, ${desc(opportunities.id)}`;
}

const plain = sql`${opportunities}`;

/** A part of the rows that one index has in order. */
type Branch = { from: SQL; where: SQL | undefined };

const contactOf = sql` join ${contacts} on ${contacts.locationId} = ${opportunities.locationId} and ${contacts.id} = ${opportunities.contactId}`;

/** What is sought, as one condition. */
export const isSought = ({ sought }: LeadQuestion): SQL => and(...sought.map(({ where }) => where)) ?? sql`true`;

/** Joins the contact, where a condition is about it. */
export const withContact = ({ needsContact }: Pick<LeadQuestion, "needsContact">): SQL =>
  needsContact ? contactOf : sql``;

/** The rows of `opportunities` (or of what stands in for it) that the reader may see and the question asks for, but for what is sought. */
export const asked = ({ conditions, assignee, deleted }: LeadQuestion, own: boolean): SQL | undefined =>
  and(readableLeadsPrepared(own, deleted), assignee ? assignedTo(assignee) : undefined, ...conditions);

/**
 * What is asked for in parts that have no row in common. "Owned or followed" as one condition is
 * answered by no index; each of its parts is, in the order of the list.
 */
function branchesOf({ conditions, assignee, deleted }: LeadQuestion, own: boolean): Branch[] {
  const reader = sql`${sql.placeholder("readerId")}`;
  const living = and(
    eq(opportunities.locationId, sql.placeholder("locationId")),
    deleted ? isNotNull(opportunities.deletedAt) : isNull(opportunities.deletedAt),
    ...conditions,
  );
  const user = assignee ?? (own ? reader : null);
  if (user === null) return [{ from: plain, where: living }];
  const where = assignee ? and(own ? readableLeadsPrepared(own, deleted) : undefined, living) : living;
  const owned = { from: plain, where: and(where, eq(opportunities.ownerId, user)) };
  const notOwned = sql`${opportunities.ownerId} is distinct from ${user}`;
  const followed = { from: followedBy(user), where: and(where, notOwned) };
  if (assignee) return [owned, followed];
  const notMade = sql`${opportunities.createdById} is distinct from ${user}`;
  return [
    owned,
    { from: plain, where: and(where, eq(opportunities.createdById, user), notOwned) },
    { ...followed, where: and(followed.where, notMade) },
  ];
}

const followedBy = (user: SQL): SQL => sql`
  (select f.opportunity_id from ${opportunityFollowers} f where f.location_id = ${sql.placeholder("locationId")} and f.user_id = ${user}) as followed
  join ${opportunities} on ${opportunities.id} = followed.opportunity_id`;

/** The columns that a list by filter needs of a row. */
const carried = sql.join(
  [
    opportunities.locationId,
    opportunities.id,
    opportunities.contactId,
    opportunities.searchText,
    opportunities.createdAt,
    opportunities.nameLower,
    opportunities.valueMinor,
    opportunities.lastContactedOn,
  ].map((column) => sql`${column}`),
  sql`, `,
);

/** How the rows of a list are put in order. */
export type RowOrder = {
  /** What follows `order by`. */
  by: SQL;
  /** Ranges of rows, none of which share a row, that the list begins with: all rows without them. */
  beyond?: SQL[];
  /** Whether the contact is needed for the order. */
  needsContact?: boolean;
  /** The columns to carry; those of a list by filter without. */
  columns?: SQL;
};

/** The first `most` rows in the order of a list, as a source for `from` that is called like the table. */
export function firstRows(question: LeadQuestion, own: boolean, order: RowOrder, most: SQL): SQL {
  const { by, beyond, needsContact = false, columns = carried } = order;
  const join = needsContact ? contactOf : sql``;
  const ranges: (SQL | undefined)[] = beyond ?? [undefined];
  const branches = branchesOf(question, own).flatMap(({ from, where }) =>
    ranges.map(
      (range) => sql`(select ${columns} from ${from}${join} where ${and(where, range)} order by ${by} limit ${most})`,
    ),
  );
  const [only, ...others] = branches;
  if (!only) return sql`(select ${columns} from ${opportunities} where false) as opportunities`;
  if (others.length === 0) return sql`${only} as opportunities`;
  const all = sql`(${sql.join(branches, sql` union all `)}) as opportunities`;
  return sql`(select ${columns} from ${all}${join} order by ${by} limit ${most}) as opportunities`;
}

/** All rows that are asked for (but for what is sought), without order, as a source for `from` that is called like the table. */
export function allRows(question: LeadQuestion, own: boolean, columns: SQL = carried): SQL {
  const branches = branchesOf(question, own).map(
    ({ from, where }) => sql`(select ${columns} from ${from} where ${where})`,
  );
  return sql`(${sql.join(branches, sql` union all `)}) as opportunities`;
}

/**
 * The ids of a page, as a subquery. The limit is a literal, and so is the offset of a first page: only
 * then does the planner know how few rows it will be, and keep one plan for all such pages.
 */
export function pageOfIds(question: LeadQuestion, own: boolean, order: LeadOrder, page: LeadPage): SQL {
  const size = sql.raw(String(page.limit));
  const offset = page.offset === 0 ? sql`0` : sql`${sql.placeholder("offset")}::int`;
  const branches = branchesOf(question, own);
  const [only] = branches;
  const end = sql`order by ${ordering(order)} limit ${size} offset ${offset}`;
  if (only && branches.length === 1)
    return sql`(select ${opportunities.id} from ${only.from} where ${only.where} ${end})`;
  return sql`(select ${opportunities.id} from ${firstRows(question, own, { by: ordering(order) }, sql`${size} + ${offset}`)} ${end})`;
}

/** At most so many rows that are asked for, without order, as a source for `from`: to be counted. */
export function someRows(question: LeadQuestion, own: boolean, most: number): SQL {
  const limit = sql.raw(String(most));
  const branches = branchesOf(question, own).map(
    ({ from, where }) => sql`(select 1 from ${from} where ${where} limit ${limit})`,
  );
  return sql`(select 1 from (${sql.join(branches, sql` union all `)}) as branches limit ${limit}) as counted`;
}
