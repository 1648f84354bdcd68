import { and, eq, exists, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { campaignMembers, campaigns, opportunities } from "@/db/schema/opportunities";
import { phoneDigits } from "@/lib/kit/phone";
import { containing, hasTrigram } from "@/lib/kit/search-words";
import type { LeadFilter } from "@/lib/leads/model";
import { digitsOfContact, foundLeads, leadsOfContacts } from "./found-leads";
import { categoryIdOf, isStage } from "./references";

/** A condition that the orders' indexes know nothing of: what meets it is found through an index of its own, or by looking. */
export type Sought = {
  where: SQL;
  /** The rows it may be met by, at most `most` of them (null: all), from its own index, as a source for `from`; null when there is no index for it. */
  source: ((most: SQL) => SQL) | null;
  /** The same, the first of a list by creation and each with its `step`, where its index knows that. Bind `bindLadder`. */
  along?: (most: SQL) => SQL;
};

/** Which leads are asked for, made of placeholders: `shape` names which there are, `values` what they stand for. */
export type LeadQuestion = {
  shape: string;
  values: Record<string, unknown>;
  /** Conditions on the opportunity's own columns. */
  conditions: SQL[];
  sought: Sought[];
  /** Whether a condition is about the contact. */
  needsContact: boolean;
  /** The id of the user they have to be assigned to. */
  assignee: SQL | null;
  /** Whether the bin is asked for: deleted leads instead of the living. */
  deleted?: boolean;
};

/** What a filter asks for. */
export function questionOf(filter: LeadFilter): LeadQuestion {
  const question: LeadQuestion = {
    shape: "",
    values: {},
    conditions: [],
    sought: [],
    needsContact: false,
    assignee: null,
  };
  const add = (name: string, value?: unknown) => {
    question.shape += ` ${name}`;
    if (value !== undefined) question.values[name] = value;
  };
  const { stage, category, assignedTo, createdBy, archived } = filter;
  if (stage) {
    const [name, value] =
      "number" in stage ? (["stageNumber", stage.number] as const) : (["stageKey", stage.key] as const);
    add(name, value);
    question.conditions.push(isStage(opportunities.stageId, name));
  }
  if (category) {
    add("categoryNumber", category.number);
    question.conditions.push(eq(opportunities.categoryId, categoryIdOf()));
  }
  if (filter.source !== undefined) {
    add("source", filter.source);
    question.conditions.push(eq(opportunities.source, sql.placeholder("source")));
  }
  if (archived !== undefined) {
    add(archived ? "archived" : "active");
    question.conditions.push(archived ? isNotNull(opportunities.archivedAt) : isNull(opportunities.archivedAt));
  }
  if (assignedTo) {
    const [name, value] =
      "id" in assignedTo ? (["assigneeId", assignedTo.id] as const) : (["assigneeNumber", assignedTo.number] as const);
    add(name, value);
    question.assignee = name === "assigneeId" ? sql`${sql.placeholder(name)}` : userWhere(users.number, name);
  }
  if (createdBy) {
    const [name, value] =
      "id" in createdBy
        ? (["creatorId", createdBy.id] as const)
        : (["creatorName", createdBy.username.toLowerCase()] as const);
    add(name, value);
    const creator =
      name === "creatorId" ? sql`${sql.placeholder(name)}` : userWhere(sql`lower(${users.username})`, name);
    question.conditions.push(eq(opportunities.createdById, creator));
  }
  seekTexts(question, filter, add);
  if (filter.campaignSlug !== undefined) {
    add("campaignSlug", filter.campaignSlug);
    question.sought.push({ where: isInCampaign, source: leadsOfCampaign });
  }
  return question;
}

const userWhere = (column: AnyPgColumn | SQL, name: string): SQL =>
  sql`(select ${users.id} from ${users} where ${column} = ${sql.placeholder(name)})`;

type Add = (name: string, value?: unknown) => void;

/** The parts of texts. Lower-cased here; the columns are as they were given, but for `search_text`. */
function seekTexts(question: LeadQuestion, filter: LeadFilter, add: Add): void {
  const seek = (name: string, part: string, where: SQL, finder: Omit<Sought, "where">) => {
    const indexed = hasTrigram(part);
    add(indexed ? name : `${name}, short`);
    question.values[name] = part;
    question.values[`${name}Pattern`] = containing(part);
    question.sought.push({ where, ...(indexed ? finder : { source: null }) });
  };
  if (filter.search !== undefined)
    seek("search", filter.search.toLowerCase(), has(opportunities.searchText, "search"), found("search"));
  for (const field of ["firstName", "lastName", "email"] as const) {
    const part = filter[field];
    if (part === undefined) continue;
    question.needsContact = true;
    seek(field, part.toLowerCase(), has(sql`lower(${contacts[field]})`, field), found(field));
  }
  if (filter.phone === undefined) return;
  question.needsContact = true;
  const digits = phoneDigits(filter.phone);
  const ids = sql`select find_contacts(${sql.placeholder("phonePattern")}, null)`;
  if (digits !== "") seek("phone", digits, has(digitsOfContact, "phone"), leadsOfContacts(ids));
  // What has no digits is kept as it was given alone.
  else seek("phoneText", filter.phone.toLowerCase(), has(sql`lower(${contacts.phone})`, "phoneText"), { source: null });
}

const has = (text: SQL | AnyPgColumn, name: string): SQL => sql`strpos(${text}, ${sql.placeholder(name)}) > 0`;

/** What search_text has of the names and the email is enough to look up any of them. */
const found = (name: string) => foundLeads(sql`${sql.placeholder(`${name}Pattern`)}`);

const campaignId = sql`(select ${campaigns.id} from ${campaigns} where ${campaigns.locationId} = ${sql.placeholder("locationId")} and ${campaigns.slug} = ${sql.placeholder("campaignSlug")})`;

const isInCampaign = exists(
  sql`(select 1 from ${campaignMembers} where ${and(
    eq(campaignMembers.locationId, sql.placeholder("locationId")),
    eq(campaignMembers.opportunityId, opportunities.id),
    eq(campaignMembers.campaignId, campaignId),
  )})`,
);

const leadsOfCampaign = (
  most: SQL,
) => sql`(select o.* from ${campaignMembers} m join ${opportunities} o on o.location_id = m.location_id and o.id = m.opportunity_id
  where m.location_id = ${sql.placeholder("locationId")} and m.campaign_id = ${campaignId} limit ${most}) as opportunities`;
