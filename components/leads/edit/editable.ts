import { choicesOf, type Choice, type FilterChoices, fieldOf } from "@/components/leads/filter/fields";
import { messages } from "@/components/leads/messages";
import type { LeadRow } from "@/components/leads/queries";
import { customFieldId } from "@/lib/leads/query/model";

/** How the cells of a column are edited. */
export type EditKind = "text" | "email" | "phone" | "number" | "money" | "date" | "flag" | "choice" | "choices";

/** What a cell can hold. */
export type CellContent = string | number | boolean | string[] | null;

const kinds: Record<string, EditKind> = {
  name: "text",
  valueMinor: "money",
  stage: "choice",
  owner: "choice",
  source: "text",
  tags: "choices",
  lastContactedOn: "date",
  contactName: "text",
  companyName: "text",
  jobTitle: "text",
  email: "email",
  phone: "phone",
  city: "text",
  state: "text",
  country: "text",
  description: "text",
};

/** How the cells of a column are edited here; null for those that are not. */
export function editKindOf(column: string, known: FilterChoices): EditKind | null {
  const kind = kinds[column];
  if (kind || customFieldId(column) === null) return kind ?? null;
  switch (fieldOf(column, known.choices)?.kind) {
    case "text":
      return "text";
    case "number":
      return "number";
    case "date":
      return "date";
    case "flag":
      return "flag";
    case "label":
      return "choice";
    case "words":
      return "choices";
    case "choice":
    case "person":
    case "people":
    case "money":
    case "instant":
    case undefined:
      return null;
  }
}

/** What can be chosen in a cell. A lead can be nobody's, but not in no stage; and it stays in its pipeline. */
export function cellChoices(lead: LeadRow, column: string, known: FilterChoices): Choice[] {
  if (column === "stage")
    return known.stages
      .filter(({ pipeline }) => pipeline.id === lead.stage.pipelineId)
      .map(({ id, name, color }) => ({ value: id, label: name, color }));
  if (column === "owner")
    return [
      { value: "", label: messages.nobody },
      ...(known.choices?.users ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ];
  return choicesOf(column, known) ?? [];
}

/** What a cell holds, as its editor takes it. */
export function contentOf(lead: LeadRow, column: string): CellContent {
  switch (column) {
    case "stage":
      return lead.stage.id;
    case "owner":
      return lead.owner?.id ?? "";
    case "name":
    case "valueMinor":
    case "source":
    case "contactName":
    case "companyName":
    case "email":
    case "phone":
      return lead[column];
    default: {
      const value = lead.cells[column];
      if (Array.isArray(value)) return value.map((each) => (typeof each === "string" ? each : each.name));
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
    }
  }
}

/** The lead with a cell changed, as it will be when the server has agreed. */
export function withContent(lead: LeadRow, column: string, content: CellContent, known: FilterChoices): LeadRow {
  switch (column) {
    case "stage": {
      const stage = known.stages.find(({ id }) => id === content);
      return stage ? { ...lead, stage: { ...lead.stage, id: stage.id, name: stage.name, color: stage.color } } : lead;
    }
    case "owner": {
      const owner = known.choices?.users.find(({ id }) => id === content);
      return { ...lead, owner: owner ? { id: owner.id, name: owner.name } : null };
    }
    case "name":
      return { ...lead, name: String(content ?? "") };
    case "valueMinor":
      return { ...lead, valueMinor: typeof content === "number" ? content : null };
    case "source":
    case "contactName":
    case "companyName":
    case "email":
    case "phone":
      return { ...lead, [column]: content === null ? null : String(content) };
    default:
      return {
        ...lead,
        cells: { ...lead.cells, [column]: typeof content === "object" && content ? [...content] : content },
      };
  }
}
