import type { LeadRow } from "@/components/leads/queries";
import { customFieldId } from "@/lib/leads/query/model";
import { type CellContent, contentOf } from "./editable";

/** Fields of a lead as the API takes changes of them. */
type Fields = Record<string, unknown>;

const ofContact: Record<string, string> = {
  contactName: "name",
  companyName: "companyName",
  jobTitle: "jobTitle",
  email: "email",
  phone: "phone",
  city: "city",
  state: "state",
  country: "country",
};

/** What the API is told when a cell gets new content: the change, what the cell had, and the version that was seen. */
export const patchOf = (lead: LeadRow, column: string, content: CellContent) => ({
  version: lead.version,
  changes: fieldsOf(lead, column, content),
  known: fieldsOf(lead, column, contentOf(lead, column)),
});

function fieldsOf(lead: LeadRow, column: string, content: CellContent): Fields {
  const contactField = ofContact[column];
  if (contactField) return { contact: { [contactField]: content } };
  const customField = customFieldId(column);
  if (customField !== null) return { custom: { [customField]: content } };
  if (column === "stage") return { stageId: content };
  if (column === "tags") return { tags: content ?? [] };
  if (column === "owner") {
    // Whoever else works on it stays.
    const followers = followersOf(lead).filter((id) => id !== content);
    return { assignedIds: content ? [content, ...followers] : followers };
  }
  return { [column]: content };
}

function followersOf(lead: LeadRow): string[] {
  const { followers } = lead.cells;
  return Array.isArray(followers) ? followers.flatMap((each) => (typeof each === "string" ? [] : [each.id])) : [];
}
