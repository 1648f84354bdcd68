import { targetLabels } from "@/lib/imports/messages";
import type { PreviewRow } from "@/lib/imports/model/import";
import type { ImportPlan } from "@/lib/imports/model/plan";
import { type FieldTarget, namingTargets, type Target } from "@/lib/imports/model/targets";
import { currencyExponent, decimalFromMinor } from "@/lib/kit/money";
import { sayNumber } from "@/lib/kit/number";
import { leadTitle } from "@/lib/leads/lead-title";
import type { ChangedPart } from "./changes";
import type { Decision } from "./decide";
import type { References } from "./references";
import type { RefusedRow } from "./said";

/** How values are said to people; `locale` is whose customs amounts are written by. */
export type Saying = { references: References; currency: string; locale: string };

/** What a decision comes to, as people look at it before it is written. */
export function previewRow(decision: Decision, given: Saying): PreviewRow {
  const { row, kind, person, lead, changes, note } = decision;
  const saying = lead ? { ...given, currency: lead.fields.currency } : given;
  const { line } = row;
  const name = person.fields.name ?? person.fields.companyName ?? lead?.fields.name ?? leadTitle(row.contact);
  if (kind === "new")
    return { line, kind, name, changes: newChanges(decision, saying), reason: doubleReason(decision) };
  const told = Object.entries(changes.parts).flatMap(([part, { before, after }]) =>
    Object.keys(after).map((field) => ({
      // The keys of the parts are their names.
      field: labelOf(part as ChangedPart, field, saying),
      before: say(field, before[field], { ...saying, currency: textOf(before.currency) ?? saying.currency }),
      after: say(field, after[field], saying),
    })),
  );
  if (note) told.push({ field: targetLabels["lead.note"], before: null, after: note.body });
  const reason =
    kind === "duplicate" ? `${person.emailNormal ?? person.phoneNormal ?? "This person"} is known already.` : null;
  return { line, kind, name, changes: told, reason };
}

/** A row that is refused, as people look at it: by the name that it says, else by what says most about whom. */
export function refusedPreview({ line, cells, reason }: RefusedRow, columns: ImportPlan["columns"]): PreviewRow {
  const said = (target: Target) => cells[columns.indexOf(target)]?.trim() ?? "";
  const whole = said("contact.name") || `${said("contact.firstName")} ${said("contact.lastName")}`.trim();
  const name = [whole, ...namingTargets.map(said), ...cells].find((cell) => cell.trim() !== "") ?? "";
  return {
    line,
    kind: "refused",
    name: name.slice(0, 100).toWellFormed().replaceAll("\0", ""),
    changes: [],
    reason,
  };
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

const doubleReason = ({ doubles }: Decision): string | null =>
  doubles.length > 0 ? "Somebody else has the same email or phone: both are marked as possible duplicates." : null;

function newChanges({ person, lead, row }: Decision, saying: Saying): PreviewRow["changes"] {
  const values: [ChangedPart, Record<string, unknown>][] = [
    ["contact", { email: person.fields.email, phone: person.fields.phone, companyName: person.fields.companyName }],
    ["lead", { stageId: lead?.fields.stageId, valueMinor: lead?.fields.valueMinor, ownerId: lead?.fields.ownerId }],
    ["custom", Object.fromEntries(row.custom)],
    ["tags", { tags: person.tags }],
  ];
  return values.flatMap(([part, fields]) =>
    Object.entries(fields).flatMap(([field, value]) => {
      const after = say(field, value, saying);
      return after === null ? [] : [{ field: labelOf(part, field, saying), before: null, after }];
    }),
  );
}

const labels: Record<string, FieldTarget> = {
  valueMinor: "lead.value",
  stageId: "lead.stage",
  ownerId: "lead.owner",
  tags: "contact.tags",
};

function labelOf(part: ChangedPart, field: string, { references }: Saying): string {
  if (part === "custom") return references.fields.find(({ id }) => id === field)?.name ?? field;
  // Every field of a contact or a lead is a target under this name.
  const target = labels[field] ?? (`${part}.${field}` as FieldTarget);
  return targetLabels[target] ?? field;
}

function say(field: string, value: unknown, { references, currency, locale }: Saying): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : null;
  if (field === "stageId") return references.stages.find(({ id }) => id === value)?.name ?? null;
  if (field === "ownerId") return references.members.find(({ id }) => id === value)?.name ?? null;
  if (field === "valueMinor" && typeof value === "number")
    return sayNumber(
      Number(decimalFromMinor(value, currency, currencyExponent(currency))),
      { style: "currency", currency },
      locale,
    );
  return typeof value === "string" ? value : JSON.stringify(value);
}
