import { and, eq, inArray, sql } from "drizzle-orm";
import { customFields } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import { Invalid, type Issue } from "@/lib/access/errors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { isId } from "@/lib/kit/id";
import { searchWords } from "@/lib/kit/search-words";
import type { LeadQuestion } from "@/lib/leads/internal/lead-question";
import { soughtWords } from "@/lib/leads/internal/sought-words";
import {
  customFieldId,
  describeField,
  type FieldDescription,
  type Group,
  isLeadField,
  isSortable,
  me,
  type Part,
  queryLimits,
  type SentQuery,
  type Sort,
} from "@/lib/leads/query/model";
import { readGroup } from "@/lib/leads/query/model/read-group";
import { type CustomColumn, customColumn, describeCustomField, leadColumn } from "./field-columns";
import { type Columns, conditionsIn, isGroup, partsOf, partSql } from "./group-sql";
import { type NamedOrder, namedOrders } from "./named-orders";
import { type SortKey, sortKeys } from "./sort-keys";
import { sourceOf } from "./sources";

/** A query that was checked, ready to be run. */
export type Understood = {
  group: Group;
  sorts: readonly Sort[];
  search: string[];
  question: LeadQuestion;
  keys: SortKey[];
  /** The orders of the sorts that go by what an id stands for. */
  orders: ReadonlyMap<string, NamedOrder>;
  columns: Columns;
  custom: ReadonlyMap<string, CustomColumn>;
};

/**
 * What a query asks for. `named` are further fields that are going to be used.
 * @throws Invalid at the part of the filter, the sort or the column that is wrong.
 */
export async function understand(
  transaction: ReadTransaction,
  context: Context,
  { filter = { all: [] }, sorts = [], search = "", deleted = false }: SentQuery,
  named: readonly string[] = [],
): Promise<Understood> {
  const custom = await customFieldsIn(transaction, context, [
    JSON.stringify(filter),
    ...sorts.map(({ field }) => field),
    ...named,
  ]);
  const fieldOf = (field: string): FieldDescription | null => {
    if (isLeadField(field)) return describeField(field);
    const known = custom.get(customFieldId(field) ?? "");
    return known ? describeCustomField(known) : null;
  };
  const { group, issues } = readGroup(filter, fieldOf);
  const wrong = [...issues, ...wrongSorts(sorts, fieldOf), ...wrongColumns(named, fieldOf)];
  if (!group || wrong.length > 0) throw new Invalid(wrong);
  const columns = columnsOf(custom, context.now);
  const words = searchWords(search, queryLimits.words);
  const orders = await namedOrders(transaction, context, sorts);
  return {
    group,
    sorts,
    search: words,
    question: questionOf(group, words, deleted, columns, context),
    keys: sortKeys(sorts, columns, (field) => fieldOf(field)?.always === true, orders),
    orders,
    columns,
    custom,
  };
}

/** The location's custom fields that are named in any of `texts`. */
async function customFieldsIn(
  transaction: ReadTransaction,
  context: Context,
  texts: readonly string[],
): Promise<Map<string, CustomColumn>> {
  const ids = [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/custom:([0-9A-Za-z]{20})/g)].map(([, id = ""]) => id))),
  ];
  if (ids.length === 0) return new Map();
  const { id, name, dataType, recordType, locationId } = customFields;
  const found = await transaction
    .select({ id, name, dataType, recordType })
    .from(customFields)
    .where(and(eq(locationId, context.location.id), inArray(id, ids.filter(isId))));
  return new Map(found.map((field) => [field.id, field]));
}

type FieldOf = (field: string) => FieldDescription | null;

function wrongSorts(sorts: readonly Sort[], fieldOf: FieldOf): Issue[] {
  if (sorts.length > queryLimits.sorts)
    return [{ path: ["sort"], rule: "sorts", message: `Sort by ${queryLimits.sorts} fields at most.` }];
  return sorts.flatMap(({ field }, place) => {
    const description = fieldOf(field);
    if (description && isSortable(description)) return [];
    return [{ path: ["sort", place], rule: "sort", message: `Leads can not be sorted by ${field}.` }];
  });
}

function wrongColumns(named: readonly string[], fieldOf: FieldOf): Issue[] {
  if (named.length > queryLimits.columns)
    return [{ path: ["columns"], rule: "columns", message: `Ask for ${queryLimits.columns} columns at most.` }];
  return named.flatMap((field, place) =>
    fieldOf(field) ? [] : [{ path: ["columns", place], rule: "field", message: "There is no such field of leads." }],
  );
}

function columnsOf(custom: ReadonlyMap<string, CustomColumn>, now: Date): Columns {
  return (field) => {
    if (isLeadField(field)) return { kind: describeField(field).kind, column: leadColumn(field, now) };
    const known = custom.get(customFieldId(field) ?? "");
    return known ? { kind: describeCustomField(known).kind, column: customColumn(known) } : null;
  };
}

/** Splits what has to hold into what indexes and statistics know of, and what has to be looked for. */
function questionOf(
  group: Group,
  words: readonly string[],
  deleted: boolean,
  columns: Columns,
  context: Context,
): LeadQuestion {
  const question: LeadQuestion = {
    shape: "",
    values: {},
    conditions: [],
    sought: soughtWords(words, deleted),
    needsContact: conditionsIn(group).some(({ field }) => columns(field)?.column.of === "contact"),
    assignee: null,
    deleted,
  };
  for (const part of conjuncts(group)) {
    const user = question.assignee === null ? assigneeOf(part, context) : null;
    const where = user === null ? partSql(part, columns, context) : undefined;
    if (user !== null) question.assignee = sql`${user}`;
    else if (!where) continue;
    else if (isPlain(part, columns)) question.conditions.push(where);
    else question.sought.push({ where, ...(deleted ? { source: null } : sourceOf(part)) });
  }
  return question;
}

/** The parts that all have to hold. */
const conjuncts = (group: Group): Part[] =>
  "any" in group && group.any.length > 1
    ? [group]
    : partsOf(group).flatMap((part) => (isGroup(part) ? conjuncts(part) : [part]));

/** The one user whom a condition asks leads to be assigned to: lists of those have indexes. */
function assigneeOf(part: Part, context: Context): string | null {
  if (isGroup(part) || part.field !== "assigned" || part.operator !== "anyOf") return null;
  const [user, ...others] = Array.isArray(part.value) ? part.value : [];
  if (typeof user !== "string" || others.length > 0) return null;
  return user === me ? (userIdOf(context) ?? "") : user;
}

/** Whether a part is about columns of the lead alone, of which PostgreSQL knows what they hold. */
function isPlain(part: Part, columns: Columns): boolean {
  if (isGroup(part)) return partsOf(part).every((each) => isPlain(each, columns));
  const field = columns(part.field);
  const isText = field?.kind === "text" || part.operator === "contains" || part.operator === "doesNotContain";
  return field?.column.of === "lead" && !isText;
}
