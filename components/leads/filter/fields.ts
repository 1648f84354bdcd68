import { messages } from "@/components/leads/messages";
import type { LeadChoicesAnswer } from "@/lib/dialects/native/lead-choices";
import type { StagesAnswer } from "@/lib/dialects/native/stages";
import {
  customFieldId,
  customFieldName,
  describeField,
  type FieldKind,
  isLeadField,
  kindOfCustomField,
  type LeadField,
  me,
  type Operator,
  operatorsOf,
} from "@/lib/leads/query/model";
import { fieldLabels } from "@/lib/leads/query/model/field-messages";
import { filterMessages } from "./messages";

/** What filters can be made of here: the fields, and what they can be. */
export type FilterChoices = { stages: StagesAnswer["stages"]; choices: LeadChoicesAnswer | undefined };

/** A field that can be filtered by. */
export type FilterField = { id: string; label: string; kind: FieldKind; operators: readonly Operator[] };

/** Something that a field can be. */
export type Choice = { value: string; label: string; color?: string };

/** The fields that are offered, in the order of their use. */
const offered = [
  "stage",
  "owner",
  "valueMinor",
  "tags",
  "source",
  "status",
  "createdAt",
  "lastContactedOn",
  "nextTaskDueAt",
  "nextAppointmentAt",
  "pipeline",
  "category",
  "assigned",
  "createdBy",
  "updatedAt",
  "stageChangedAt",
  "convertedAt",
  "archived",
  "name",
  "contactName",
  "companyName",
  "email",
  "phone",
  "jobTitle",
  "city",
  "state",
  "country",
  "number",
  "description",
  "lifecycle",
  "leadType",
  "requestType",
  "utmSource",
  "utmMedium",
  "utmCampaign",
] as const satisfies readonly LeadField[];

/** The fields of every location, and those it added. */
export const filterFields = (
  choices: LeadChoicesAnswer | undefined,
): { own: FilterField[]; custom: FilterField[] } => ({
  own: offered.map((id) => ownField(id)),
  custom: (choices?.customFields ?? []).map(({ id, name, dataType }) => {
    const kind = kindOfCustomField[dataType];
    return { id: customFieldName(id), label: name, kind, operators: shownOperators({ kind }) };
  }),
});

/** The field of a condition; null when it is there no more. */
export function fieldOf(id: string, choices: LeadChoicesAnswer | undefined): FilterField | null {
  if (isLeadField(id)) return ownField(id);
  return filterFields(choices).custom.find((field) => field.id === id) ?? null;
}

function ownField(id: LeadField): FilterField {
  const description = describeField(id);
  return { id, label: fieldLabels[id], kind: description.kind, operators: shownOperators(description) };
}

/** "Is" of a list is "is any of" with one: one way to say it is enough. */
function shownOperators(description: Parameters<typeof operatorsOf>[0]): readonly Operator[] {
  const all = operatorsOf(description);
  return all.includes("anyOf") ? all.filter((operator) => operator !== "is" && operator !== "isNot") : all;
}

/** What a field can be, where that is a list; null for fields that people write in. */
export function choicesOf(field: string, { stages, choices }: FilterChoices): Choice[] | null {
  switch (field) {
    case "stage": {
      const many = new Set(stages.map(({ pipeline }) => pipeline.id)).size > 1;
      return stages.map(({ id, name, color, pipeline }) => ({
        value: id,
        label: many ? `${name} · ${pipeline.name}` : name,
        color,
      }));
    }
    case "pipeline":
      return [...new Map(stages.map(({ pipeline }) => [pipeline.id, pipeline.name]))].map(([value, label]) => ({
        value,
        label,
      }));
    case "owner":
    case "followers":
    case "assigned":
    case "createdBy":
      return [
        { value: me, label: filterMessages.me },
        ...(choices?.users ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ];
    case "category":
      return (choices?.categories ?? []).map(({ id, name }) => ({ value: id, label: name }));
    case "tags":
      return (choices?.tags ?? []).map(asChoice);
    case "source":
      return (choices?.sources ?? []).map(asChoice);
    case "status":
      return Object.entries(messages.statuses).map(([value, label]) => ({ value, label }));
    default: {
      const id = customFieldId(field);
      const custom = id === null ? undefined : choices?.customFields.find((each) => each.id === id);
      return custom && custom.options.length > 0 ? custom.options.map(asChoice) : null;
    }
  }
}

const asChoice = (word: string): Choice => ({ value: word, label: word });
