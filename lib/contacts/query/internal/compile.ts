import { type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import {
  type ContactGroup,
  type ContactPart,
  isCondition,
  isOfLead,
  partsOf,
  queryLimits,
} from "@/lib/contacts/query/model";
import { hasTrigram, isShortWord, searchWords } from "@/lib/kit/search-words";
import { type Candidates, compileCondition, compileOfLead, found, type Reading } from "./conditions";
import { compileCustom } from "./custom-condition";
import { type Path, refuse } from "./values";

/**
 * A filter in SQL: the condition, and the sets of ids of which all that it finds are in each.
 * `partPath` says where a part of a group stands in what the caller sent.
 * @throws Invalid for what compileCondition refuses, and for filters that are too large.
 */
export function compileFilter(filter: ContactGroup, reading: Reading): CompiledPart {
  const counted = { conditions: 0 };
  const compiled = partsOf(filter).map((part, place) => compilePart(part, ["filters", place], reading, counted, 1));
  if (compiled.length === 0) return { where: sql`true`, sets: [] };
  const where = joined(compiled, "all" in filter);
  const sets = "all" in filter ? compiled.flatMap(({ sets: inner }) => inner) : anySet(compiled);
  return { where, sets };
}

type CompiledPart = { where: SQL; sets: Candidates[] };

function compilePart(
  part: ContactPart,
  path: Path,
  reading: Reading,
  counted: { conditions: number },
  depth: number,
): CompiledPart {
  if (isCondition(part) || isOfLead(part)) {
    counted.conditions += isCondition(part) ? 1 : part.ofLead.length;
    if (counted.conditions > queryLimits.conditions)
      refuse(path, `must be at most ${queryLimits.conditions} conditions in all`);
    if (isOfLead(part)) return { where: compileOfLead(part.ofLead, [...path, "value"], reading), sets: [] };
    const compileOne = part.field.startsWith("custom:") ? compileCustom : compileCondition;
    const { where, candidates } = compileOne(part, path, reading);
    return { where, sets: candidates ? [candidates] : [] };
  }
  if (depth >= queryLimits.depth) refuse(path, `must be at most ${queryLimits.depth} groups deep`);
  const inner = partsOf(part).map((child, place) =>
    compilePart(child, [...path, "filters", place], reading, counted, depth + 1),
  );
  if (inner.length === 0) return { where: sql`true`, sets: [] };
  return {
    where: joined(inner, "all" in part),
    sets: "all" in part ? inner.flatMap(({ sets }) => sets) : anySet(inner),
  };
}

const joined = (parts: CompiledPart[], all: boolean): SQL =>
  sql`(${sql.join(
    parts.map(({ where }) => where),
    all ? sql` and ` : sql` or `,
  )})`;

/** One set for parts of which any may hold: only where each of them has one. */
function anySet(parts: CompiledPart[]): CompiledPart["sets"] {
  const sets = parts.map(({ sets: [first] }) => first);
  if (!sets.every((set) => set !== undefined)) return [];
  const united = (queries: SQL[]) =>
    sql`(${sql.join(
      queries.map((query) => sql`(${query})`),
      sql` union `,
    )})`;
  return [{ some: (most, isMost) => united(sets.map(({ some }) => some(most, isMost))) }];
}

/** That a first or last name begins with a short word, in comparisons that use an index under row-level security. */
function beginsName(word: string): CompiledPart {
  const begins = (column: SQL) => sql`(${column} >= ${word} and ${column} < ${`${word}\uffff`})`;
  const [first, last] = [begins(sql`${contacts.firstNameLower}`), begins(sql`${contacts.lastNameLower}`)];
  const some = (condition: SQL, most: number) =>
    sql`(select id from ${contacts} where ${contacts.deletedAt} is null and ${condition} limit ${most}::int)`;
  return {
    where: sql`(${first} or ${last})`,
    sets: [{ some: (most) => sql`${some(first, most)} union ${some(last, most)}` }],
  };
}

/** The condition that every word is somewhere in names, addresses, numbers or the company; and the sets of the words. */
export function compileSearch(search: string): CompiledPart {
  const compiled = searchWords(search, queryLimits.words).map((word): CompiledPart => {
    const digits = /^[+\d().-]{4,}$/.test(word) ? word.replace(/\D/g, "") : null;
    const part = digits ?? word;
    if (isShortWord(word)) return beginsName(word);
    const text = sql`lower(concat_ws(' ', ${contacts.name}, ${contacts.firstName}, ${contacts.lastName}, ${contacts.emailNormal}, ${contacts.companyName}, array_to_string(${contacts.otherAddresses}, ' ')))`;
    // A column that has all of these and more is looked at first, for it is there ready made. No patterns: the planner
    // takes two in a row for much rarer than one, and statements with them are planned each time.
    const named = sql`strpos(${contacts.searchText}, ${word}) > 0 and strpos(${text}, ${word}) > 0`;
    const where = digits ? sql`(strpos(${contacts.phoneNormal}, ${digits}) > 0 or (${named}))` : sql`(${named})`;
    if (!hasTrigram(part)) return { where, sets: [] };
    return {
      where,
      sets: part === word ? [found(part)] : anySet([part, word].map((one) => ({ where, sets: [found(one)] }))),
    };
  });
  if (compiled.length === 0) return { where: sql`true`, sets: [] };
  return { where: joined(compiled, true), sets: compiled.flatMap(({ sets }) => sets) };
}
