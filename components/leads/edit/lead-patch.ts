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

/** A cell of a lead, and what it is to hold. */
export type NewContent = { column: string; content: CellContent };

/** What the API is told when cells of a lead get new content: the changes, what the cells had, and the version that was seen. */
export const patchOf = (lead: LeadRow, cells: readonly NewContent[]) => ({
  version: lead.version,
  changes: together(cells.map(({ column, content }) => fieldsOf(lead, column, content))),
  known: together(cells.map(({ column }) => fieldsOf(lead, column, contentOf(lead, column)))),
});

/** Fields in one; those of the contact stand together, and those that the location added. */
function together(all: readonly Fields[]): Fields {
  const merged: Fields = {};
  for (const fields of all)
    for (const [name, value] of Object.entries(fields)) {
      const before = merged[name];
      merged[name] = isFields(before) && isFields(value) ? { ...before, ...value } : value;
    }
  return merged;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

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
