import type { Context } from "@/lib/access/context";
import type { Group, ListedLead } from "@/lib/leads/query/model";
import { queryLeads } from "@/lib/leads/query/query-leads";

export type FindRecords = { words: string; limit: number };

/** What was found, the best guess first. */
export type FoundRecords = { leads: ListedLead[] };

/** So many leads with the words in them are looked at for those that begin with the words. */
const mostRanked = 40;
/** Fewer digits are in every phone number. */
const fewestPhoneDigits = 3;

/**
 * The records that somebody who types `words` is after: the lead of that number, those whose phone
 * number has these digits, then those with all words in the names, the company or the email address.
 * Only what the caller may read.
 */
export async function findRecords(context: Context, { words, limit }: FindRecords): Promise<FoundRecords> {
  const number = /^#?\s*(\d{1,15})$/.exec(words)?.[1];
  const find = async (filter: Group, search?: string, most = limit): Promise<ListedLead[]> => {
    const { leads } = await queryLeads(context, { query: { filter, search }, limit: most, total: "none" });
    return leads;
  };
  const found = await Promise.all([
    number === undefined ? [] : find({ all: [{ field: "number", operator: "is", value: Number(number) }] }),
    isPhonePart(words) ? find({ all: [{ field: "phone", operator: "contains", value: words }] }) : [],
    words.startsWith("#") ? [] : find({ all: [] }, words, mostRanked).then((leads) => beginningFirst(leads, words)),
  ]);
  const leads = new Map(found.flat().map((lead) => [lead.id, lead]));
  return { leads: [...leads.values()].slice(0, limit) };
}

const isPhonePart = (words: string): boolean =>
  /^[+\d\s()./-]+$/.test(words) && words.replaceAll(/\D/g, "").replace(/^0+/, "").length >= fewestPhoneDigits;

/** Those whose name, contact or company begins with the words come first; else as they were. */
function beginningFirst(leads: ListedLead[], words: string): ListedLead[] {
  const beginning = words.toLowerCase();
  const begins = ({ name, contactName, companyName }: ListedLead): number =>
    Number([name, contactName, companyName].some((text) => text?.toLowerCase().startsWith(beginning)));
  return leads.toSorted((one, other) => begins(other) - begins(one));
}
