import { decimalFromMinor } from "@/lib/kit/money";
import { wallTime } from "@/lib/kit/zone";
import type { CellValue, FieldKind, ListedLead } from "@/lib/leads/query/model";
import { valueLabels } from "@/lib/leads/query/model/field-messages";

/** A column of an export. */
export type CsvColumn = { field: string; kind: FieldKind };

/** The text of a lead in a column: numbers plain, moments on the clock of an IANA zone, lists with semicolons. */
export function csvCell(lead: ListedLead, { field, kind }: CsvColumn, zone: string): string {
  const value = lead.cells[field] ?? null;
  if (value === null) return kind === "flag" ? valueLabels.no : "";
  if (typeof value === "number") return kind === "money" ? decimalFromMinor(value, lead.currency) : String(value);
  if (typeof value === "boolean") return value ? valueLabels.yes : valueLabels.no;
  if (typeof value !== "string") return wordsOf(value).join("; ");
  if (kind === "instant") return wallTime(new Date(value), zone);
  if (field === "status") return valueLabels.status[lead.status];
  return value;
}

/** The names or words in a value. What has neither, such as a file, is written as JSON. */
function wordsOf(value: Exclude<CellValue, string | number | boolean | null>): string[] {
  if (Array.isArray(value)) return value.map((each) => (typeof each === "string" ? each : each.name));
  return [typeof value.name === "string" ? value.name : JSON.stringify(value)];
}
