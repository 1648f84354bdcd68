import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { contacts } from "@/db/schema/contacts";
import { opportunities, opportunityFollowers } from "@/db/schema/opportunities";
import type { Visibility } from "@/lib/access/context";
import { onlyReader, type Readers, readersPrepared } from "@/lib/access/readers";
import type { LeadOrder } from "@/lib/leads/model";
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

/** A part of the rows that one index has in order: with `each`, for every row of that source (of few rows). */
type Branch = {
  from: SQL;
  where: SQL | undefined;
  each?: SQL;
  /** What follows `order by`, where that is not what it is for the whole list. */
  by?: SQL;
};

const contactOf = sql` join ${contacts} on ${contacts.locationId} = ${opportunities.locationId} and ${contacts.id} = ${opportunities.contactId}`;

/** What is sought, as one condition. */
export const isSought = ({ sought }: LeadQuestion): SQL => and(...sought.map(({ where }) => where)) ?? sql`true`;

/** Joins the contact, where a condition is about it. */
export const withContact = ({ needsContact }: Pick<LeadQuestion, "needsContact">): SQL =>
  needsContact ? contactOf : sql``;

/** The rows of `opportunities` (or of what stands in for it) that the reader may see and the question asks for, but for what is sought. */
export const asked = ({ conditions, assignee, deleted }: LeadQuestion, visibility: Visibility): SQL | undefined =>
  and(
    readableLeadsPrepared(visibility, deleted),
    assignee ? assignedTo(onlyReader(assignee)) : undefined,
    ...conditions,
  );

/**
 * What is asked for in parts. "Owned or followed" as one condition is answered by no index; each of its
 * parts is, in the order of the list. With `apart` no row is in two of them: then all of a part may have to
 * be gone through to find none, as with leads that somebody made and does not own.
 */
function branchesOf(
  { conditions, assignee, deleted }: LeadQuestion,
  visibility: Visibility,
  { apart, byCreation }: { apart: boolean; byCreation?: RowOrder["byCreation"] },
): Branch[] {
  const living = and(
    eq(opportunities.locationId, sql.placeholder("locationId")),
    deleted ? isNotNull(opportunities.deletedAt) : isNull(opportunities.deletedAt),
    ...conditions,
  );
  const readers = readersPrepared(visibility);
  const users = assignee ? onlyReader(assignee) : readers;
  if (users === null) return [{ from: plain, where: living }];
  const where = assignee ? and(readers ? readableLeadsPrepared(visibility, deleted) : undefined, living) : living;
  const not = (known: SQL) => (apart ? sql`(${known}) is not true` : undefined);
  const notOwned = and(where, not(users(opportunities.ownerId)));
  const others = assignee ? notOwned : and(notOwned, not(users(opportunities.createdById)));
  const { each, isOne } = assignee ? { isOne: users } : oneByOne(visibility);
  const owned: Branch = { from: plain, where: and(where, isOne(opportunities.ownerId)), each };
  const made: Branch = { from: plain, where: and(notOwned, isOne(opportunities.createdById)), each };
  const followed: Branch = byCreation
    ? { ...followedInOrder(isOne, others, byCreation), each }
    : { from: followedBy(users), where: others };
  return assignee ? [owned, followed] : [owned, made, followed];
}

/** The rows of a branch, in no order. */
const allOf = ({ from, each }: Branch): SQL => (each ? sql`${each} cross join ${from}` : from);

/** The users whose leads somebody sees, one after the other: an index has the leads of one in order, not those of several. */
const oneByOne = (visibility: Visibility): { each?: SQL; isOne: Readers } =>
  visibility === "own"
    ? { isOne: onlyReader(sql.placeholder("readerId")) }
    : {
        each: sql`(select distinct unnest(${sql.placeholder("readerIds")}::varchar[])) as reader (id)`,
        isOne: onlyReader(sql`reader.id`),
      };

const followedLead = (id: SQL): SQL => sql`lateral (select * from ${opportunities}
  where ${opportunities.locationId} = ${sql.placeholder("locationId")} and ${opportunities.id} = ${id} offset 0) as opportunities`;

/** Distinct: two of a team may follow the same lead. Each lead is looked up, wherever it may be in the list. */
const followedBy = (users: Readers): SQL => sql`
  (select distinct ${opportunityFollowers.opportunityId} as opportunity_id from ${opportunityFollowers}
    where ${opportunityFollowers.locationId} = ${sql.placeholder("locationId")} and ${users(opportunityFollowers.userId)}) as followed
  cross join ${followedLead(sql`followed.opportunity_id`)}`;

/** What one user follows, in the order in which the leads were made: an index has them in that. */
const followedInOrder = (isOne: Readers, where: SQL | undefined, direction: "asc" | "desc"): Branch => {
  const { locationId, userId, opportunityId, leadCreatedAt } = opportunityFollowers;
  const ordered = direction === "asc" ? asc : desc;
  return {
    from: sql`${opportunityFollowers} cross join ${followedLead(sql`${opportunityId}`)}`,
    where: and(eq(locationId, sql.placeholder("locationId")), isOne(userId), where),
    by: sql`${ordered(leadCreatedAt)}, ${ordered(opportunityId)}`,
  };
};

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

/** Every column of the lead, for lists that are ordered and filtered by any of them. */
export const everyColumn = sql`${opportunities}.*`;

/** How the rows of a list are put in order. */
export type RowOrder = {
  /** What follows `order by`. */
  by: SQL;
  /** Ranges of rows, none of which share a row, that the list begins with: all rows without them. */
  beyond?: SQL[];
  /** Whether the contact is needed for the order. */
  needsContact?: boolean;
  /** Where no index has the whole list in order: its groups, each of which an index has. Their ranges stand for `beyond`. */
  groups?: RowGroup[];
  /** The direction of a list that is ordered by when leads were made, and by nothing else. */
  byCreation?: "asc" | "desc";
  /** When the first lead of such a page was made, where a cursor tells: as PostgreSQL prints it. */
  from?: string;
  /** The columns to carry; those of a list by filter without. */
  columns?: SQL;
};

/** Rows of a list that have something in common: with `each`, for every row of that source (of few rows). */
export type RowGroup = Pick<Branch, "each" | "where"> & Pick<RowOrder, "by" | "beyond">;

/** The first `most` rows in the order of a list, as a source for `from` that is called like the table. */
export function firstRows(question: LeadQuestion, visibility: Visibility, order: RowOrder, most: SQL): SQL {
  const { by, beyond, byCreation, needsContact = false, columns = carried } = order;
  const join = needsContact ? contactOf : sql``;
  const groups = order.groups ?? [{ by, beyond, where: undefined }];
  const branches = branchesOf(question, visibility, { apart: false, byCreation }).flatMap((part) =>
    groups.flatMap((group) =>
      (group.beyond ?? [undefined]).map((range) => {
        const where = and(part.where, group.where, range);
        const rows = sql`(select ${columns} from ${part.from}${join} where ${where} order by ${part.by ?? group.by} limit ${most})`;
        const each = [part.each, group.each].filter((source) => source !== undefined);
        return each.length > 0
          ? sql`(select found.* from ${sql.join(each, sql` cross join `)} cross join lateral ${rows} as found)`
          : rows;
      }),
    ),
  );
  const [only, ...others] = branches;
  if (!only) return sql`(select ${columns} from ${opportunities} where false) as opportunities`;
  if (others.length === 0 && !order.groups) return sql`${only} as opportunities`;
  // What two parts have in common is there once.
  const all = sql`(${sql.join(branches, sql` union `)}) as opportunities`;
  return sql`(select ${columns} from ${all}${join} order by ${by} limit ${most}) as opportunities`;
}

/** All rows that are asked for (but for what is sought), without order, as a source for `from` that is called like the table. */
export function allRows(question: LeadQuestion, visibility: Visibility): SQL {
  const branches = branchesOf(question, visibility, { apart: true }).map(
    (branch) => sql`(select ${everyColumn} from ${allOf(branch)} where ${branch.where})`,
  );
  return sql`(${sql.join(branches, sql` union all `)}) as opportunities`;
}

/** What of what is sought is looked up in its index. */
const indexedOf = ({ sought }: LeadQuestion) => sought.find(({ source }) => source !== null);

/** The rows that may match, at most `most` of them, from an index of what is sought; null where no index knows any of it. */
export const sourceOf = (question: LeadQuestion, most: SQL): SQL | null => indexedOf(question)?.source?.(most) ?? null;

/** Whether the index of what is sought tells apart when leads were made. */
export const isFoundInTime = (question: LeadQuestion): boolean => indexedOf(question)?.along !== undefined;

/** The same along a list by creation; null where the index does not tell. */
export const sourceAlong = (question: LeadQuestion, most: SQL): SQL | null =>
  indexedOf(question)?.along?.(most) ?? null;

/** All rows that match, whatever it costs, with the contact where it is needed: a source for `from`. */
export function matchingRows(question: LeadQuestion, visibility: Visibility, needsContact = false): SQL {
  const source = sourceOf(question, sql`null`);
  const join = withContact({ needsContact: question.needsContact || needsContact });
  const from = source ?? allRows(question, visibility);
  const where = and(source ? asked(question, visibility) : undefined, isSought(question));
  return sql`(select ${everyColumn} from ${from}${join} where ${where} offset 0) as opportunities${join}`;
}

/** At most so many rows that are asked for, without order, as a source for `from`: to be counted. */
export function someRows(question: LeadQuestion, visibility: Visibility, most: number): SQL {
  const limit = sql.raw(String(most));
  const branches = branchesOf(question, visibility, { apart: true }).map(
    (branch) => sql`(select 1 from ${allOf(branch)} where ${branch.where} limit ${limit})`,
  );
  return sql`(select 1 from (${sql.join(branches, sql` union all `)}) as branches limit ${limit}) as counted`;
}
