import type { FilterChoices } from "@/components/leads/filter/fields";
import type { LeadRow } from "@/components/leads/queries";

/** What a cell can hold. */
export type CellContent = string | number | boolean | string[] | null;

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
