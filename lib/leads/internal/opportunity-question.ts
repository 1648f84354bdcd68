import { eq, exists, isNull, type Placeholder, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { campaignContacts, campaignMembers, opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { normalPhone } from "@/lib/kit/phone";
import { searchWords } from "@/lib/kit/search-words";
import { startOfDay } from "@/lib/kit/zone";
import type { LeadStatus } from "@/lib/leads/model";
import type { LeadQuestion } from "./lead-question";
import { soughtWords } from "./sought-words";

/** Which opportunities are asked for. Every part given has to hold. */
export type OpportunityFilter = {
  /** Words that all have to be in the name, or the contact's name, company or email; or a whole phone number of theirs. */
  search?: string;
  id?: string;
  pipelineId?: string;
  stageId?: string;
  contactId?: string;
  /** Without it, all but those in the archive: what the board shows. `all` has the archive too. */
  status?: LeadStatus | "all";
  ownerId?: string;
  campaignId?: string;
  /** Of the contact. */
  country?: string;
  /** Days of creation in the location's zone, both included. */
  from?: string;
  to?: string;
};

/** What a filter asks for. Its shape is that of its conditions; the words are sought beside them. */
export async function opportunityQuestion(
  transaction: ReadTransaction,
  context: Context,
  filter: OpportunityFilter,
): Promise<LeadQuestion> {
  const { timeZone } = context.location;
  const { from, to, status, country } = filter;
  const called = await contactsOfNumber(transaction, context, filter.search ?? "");
  const words = searchWords(filter.search ?? "", mostWords);
  const sought = called.length > 0 ? [] : soughtWords(words, false);
  const question: LeadQuestion = { ...nothing, shape: "opportunities", values: {}, conditions: [], sought };
  const add = (name: string, value: unknown, condition: (value: Placeholder) => SQL) => {
    if (value === undefined) return;
    question.shape += ` ${name}`;
    question.values[name] = value;
    question.conditions.push(condition(sql.placeholder(name)));
  };
  for (const name of ["id", "pipelineId", "stageId", "contactId", "ownerId"] as const)
    add(name, filter[name], (value) => eq(opportunities[name], value));
  if (status !== "all") add("status", status, (value) => eq(opportunities.status, value));
  if (status !== "all" && filter.id === undefined) {
    question.shape += " active";
    question.conditions.push(isNull(opportunities.archivedAt));
  }
  add("campaignId", filter.campaignId, inCampaign);
  add("called", called.length > 0 ? called : undefined, ofContacts);
  add("madeFrom", from && startOfDay(from, timeZone).toISOString(), (moment) => made(sql`>=`, moment));
  add("madeBefore", to && startOfDay(to, timeZone, 1).toISOString(), (moment) => made(sql`<`, moment));
  if (country === undefined) return question;
  const spellings = spellingsOf(country);
  const few = await fewOfCountry(transaction, context, spellings);
  if (few) add("contactIds", few, ofContacts);
  else add("countries", spellings, ofCountry);
  return question;
}

/** So many words are sought. */
const mostWords = 10;

const nothing = { needsContact: false, assignee: null } as const;

const made = (comparison: SQL, moment: Placeholder): SQL =>
  sql`${opportunities.createdAt} ${comparison} ${moment}::timestamptz`;

const here = sql.placeholder("locationId");

const ofContacts = (ids: Placeholder): SQL => sql`${opportunities.contactId} = any(${ids}::text[])`;

/** The ids of the contacts who have a phone number, as the first or a further one; none where it is no whole number. */
async function contactsOfNumber(
  transaction: ReadTransaction,
  { location }: Context,
  search: string,
): Promise<string[]> {
  const number = /^[+\d().\s-]+$/.test(search) ? normalPhone(search, location.country) : null;
  if (!number?.startsWith("+")) return [];
  const found = await transaction.execute<{ ids: string[] }>(
    sql`select array(select id from ${contacts} where ${contacts.locationId} = ${location.id} and ${contacts.deletedAt} is null
      and ${contacts.phoneNormal} = ${number} union select find_contacts_by_address(${number}) limit ${fewContacts}) as ids`,
  );
  return found.rows[0]?.ids ?? [];
}

/** A lead is in a campaign when it is, or its contact. */
const inCampaign = (campaignId: Placeholder): SQL => sql`(
  ${opportunities.id} in (select opportunity_id from ${campaignMembers} where location_id = ${here} and campaign_id = ${campaignId})
  or ${opportunities.contactId} in (select contact_id from ${campaignContacts} where location_id = ${here} and campaign_id = ${campaignId}))`;

/** A country as programs and people write codes and names. Compared as it is written, for which there is an index. */
function spellingsOf(country: string): string[] {
  const [first = "", ...rest] = country.toLowerCase();
  return [...new Set([country, country.toLowerCase(), country.toUpperCase(), first.toUpperCase() + rest.join("")])];
}

/** Contacts of a country are looked up first where they are at most so many; more are met soon in the list's order. */
const fewContacts = 2500;

/** The ids of the contacts of a country; null where they are not few. */
async function fewOfCountry(
  transaction: ReadTransaction,
  { location }: Context,
  spellings: string[],
): Promise<string[] | null> {
  const found = await transaction.execute<{ ids: string[] }>(
    sql`select array(select id from ${contacts} where ${contacts.locationId} = ${location.id} and ${contacts.deletedAt} is null
      and ${contacts.country} = any(${sql.param(spellings)}::text[]) limit ${fewContacts + 1}) as ids`,
  );
  const ids = found.rows[0]?.ids ?? [];
  return ids.length <= fewContacts ? ids : null;
}

const ofCountry = (spellings: Placeholder): SQL =>
  exists(sql`(select 1 from ${contacts} where ${contacts.locationId} = ${here}
    and ${contacts.id} = ${opportunities.contactId} and ${contacts.country} = any(${spellings}::text[]))`);
