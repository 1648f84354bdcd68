import type { LeadChoicesAnswer } from "@/lib/dialects/native/lead-choices";
import { wordFor } from "@/lib/kit/language";
import { customFieldName, describeField, isLeadField, isSortable, kindOfCustomField } from "@/lib/leads/query/model";
import { fieldLabels } from "@/lib/leads/query/model/field-messages";

/** A column that can be shown: a field of a lead, its heading, and how it stands. */
export type Column = {
  /** The field's name, as queries and sorts have it. */
  id: string;
  label: string;
  /** How wide it is when nobody chose, in pixels. */
  width: number;
  /** Whether its values are compared as numbers: they stand at the right. */
  isNumeric: boolean;
  isSortable: boolean;
};

/** Which fields of every location are columns, in the order they are offered, and how wide. */
const widths = {
  name: 264,
  number: 88,
  contactName: 176,
  companyName: 176,
  jobTitle: 160,
  email: 216,
  phone: 152,
  stage: 152,
  status: 112,
  pipeline: 152,
  category: 136,
  owner: 168,
  assigned: 168,
  valueMinor: 144,
  tags: 200,
  source: 136,
  lastContactedOn: 136,
  nextTaskDueAt: 144,
  nextAppointmentAt: 168,
  createdAt: 144,
  updatedAt: 144,
  stageChangedAt: 144,
  createdBy: 160,
  city: 136,
  state: 120,
  country: 120,
  description: 280,
  convertedAt: 144,
  archivedAt: 144,
} as const;

const customWidth = 160;
const numeric = new Set(["number", "valueMinor"]);

/** The columns that every location has. */
export const leadColumns = (): Column[] =>
  Object.entries(widths).map(([id, width]) => ({
    id,
    width,
    label: wordFor(fieldLabels, id),
    isNumeric: numeric.has(id),
    isSortable: isLeadField(id) && isSortable(describeField(id)),
  }));

/** The columns that a location added. */
export const customColumns = (choices: LeadChoicesAnswer | undefined): Column[] =>
  (choices?.customFields ?? []).map(({ id, name, dataType }) => {
    const kind = kindOfCustomField[dataType];
    return {
      id: customFieldName(id),
      label: name,
      width: customWidth,
      isNumeric: kind === "number",
      isSortable: isSortable({ kind }),
    };
  });

/** The column of a field; undefined when there is none. */
export const columnOf = (id: string, custom: readonly Column[]): Column | undefined =>
  leadColumns().find((column) => column.id === id) ?? custom.find((column) => column.id === id);
