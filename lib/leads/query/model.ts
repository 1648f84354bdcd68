import type { CustomFieldType } from "@/lib/custom-fields/model";
import type { LeadStatus } from "@/lib/leads/model";

/** A condition on one field. `value` is absent for operators that need none, such as `isEmpty`. */
export type Condition = { field: string; operator: Operator; value?: ConditionValue };

export type ConditionValue = string | number | boolean | string[] | [number, number];

/** Conditions that all have to hold, or of which one has to. An empty group says nothing, wherever it is. */
export type Group = { all: Part[] } | { any: Part[] };
export type Part = Condition | Group;

export type Sort = { field: string; direction: "asc" | "desc" };

/** Which leads are asked for, and in which order. */
export type LeadQuery = {
  filter: Group;
  /** The first decides, the next among its equals. Empty values come last in both directions. Without one: the newest first. */
  sorts: Sort[];
  /** Words that all have to be somewhere in the names, the company or the email address. */
  search?: string;
  /** The bin: deleted leads instead of the living. */
  deleted?: boolean;
};

/** A query of leads as it was sent: nothing in its filter is known to fit. */
export type SentQuery = Partial<Omit<LeadQuery, "filter">> & { filter?: unknown };

/** What a list is that asks for nothing in particular. */
export const everyLead: LeadQuery = { filter: { all: [] }, sorts: [] };

/** What values a field has, which says which operators it takes. */
export type FieldKind =
  /** Words of people; upper and lower case are the same. */
  | "text"
  /** A word out of a list that grows, such as the source; compared to the letter. */
  | "label"
  /** An id or word out of a fixed list. */
  | "choice"
  /** The id of a user, or `me` for whoever asks. */
  | "person"
  | "people"
  /** A set of words. */
  | "words"
  | "number"
  /** Minor units of the lead's own currency. */
  | "money"
  | "instant"
  | "date"
  | "flag";

const inText = ["contains", "doesNotContain", "startsWith", "is", "isNot"] as const;
const inList = ["is", "isNot", "anyOf", "noneOf"] as const;
const inSet = ["anyOf", "allOf", "noneOf"] as const;
const inRange = ["is", "isNot", "lessThan", "atMost", "greaterThan", "atLeast", "between"] as const;
const inTime = [
  "on",
  "before",
  "after",
  "onOrBefore",
  "onOrAfter",
  "between",
  "inPeriod",
  "inLastDays",
  "inNextDays",
  "olderThanDays",
] as const;
const onAbsence = ["isEmpty", "isNotEmpty"] as const;

/** The operators of each kind of field. Those of fields that are never empty lack the last two. */
export const operatorsOfKind = {
  text: [...inText, ...onAbsence],
  label: [...inList, "contains", "doesNotContain", ...onAbsence],
  choice: [...inList, ...onAbsence],
  person: [...inList, ...onAbsence],
  people: [...inSet, ...onAbsence],
  words: [...inSet, ...onAbsence],
  number: [...inRange, ...onAbsence],
  money: [...inRange, ...onAbsence],
  instant: [...inTime, ...onAbsence],
  date: [...inTime, ...onAbsence],
  flag: ["is"],
} as const satisfies Record<FieldKind, readonly string[]>;

export type Operator = (typeof operatorsOfKind)[FieldKind][number];

/** What an operator compares with: nothing, a list, a number of days, a period by name, two ends, or one value. */
export type Operand = "none" | "list" | "days" | "period" | "range" | "one";

/** What each operator compares with. */
export const operandOf = {
  isEmpty: "none",
  isNotEmpty: "none",
  anyOf: "list",
  allOf: "list",
  noneOf: "list",
  inLastDays: "days",
  inNextDays: "days",
  olderThanDays: "days",
  inPeriod: "period",
  between: "range",
  is: "one",
  isNot: "one",
  contains: "one",
  doesNotContain: "one",
  startsWith: "one",
  lessThan: "one",
  atMost: "one",
  greaterThan: "one",
  atLeast: "one",
  on: "one",
  before: "one",
  after: "one",
  onOrBefore: "one",
  onOrAfter: "one",
} as const satisfies Record<Operator, Operand>;

/** Spans of time around the day that it is in the location, weeks from Monday; `past` and `future` are from this moment. */
export const periods = [
  "today",
  "yesterday",
  "tomorrow",
  "thisWeek",
  "lastWeek",
  "nextWeek",
  "thisMonth",
  "lastMonth",
  "nextMonth",
  "thisQuarter",
  "lastQuarter",
  "nextQuarter",
  "thisYear",
  "lastYear",
  "nextYear",
  "past",
  "future",
] as const;
export type Period = (typeof periods)[number];

/** Whoever asks, where a person is named. */
export const me = "me";

/** What a field is like. */
export type FieldDescription = {
  kind: FieldKind;
  /** Whether every lead has a value. */
  always?: true;
  /** The words a choice is out of, where they are fixed. */
  words?: readonly string[];
};

/** The fields that every location has, by the name that queries, sorts and columns use. */
export const leadFields = {
  id: { kind: "choice", always: true },
  number: { kind: "number", always: true },
  name: { kind: "text", always: true },
  contactName: { kind: "text" },
  firstName: { kind: "text" },
  lastName: { kind: "text" },
  email: { kind: "text" },
  phone: { kind: "text" },
  companyName: { kind: "text" },
  jobTitle: { kind: "text" },
  city: { kind: "text" },
  state: { kind: "text" },
  country: { kind: "text" },
  valueMinor: { kind: "money" },
  currency: { kind: "choice", always: true },
  status: { kind: "choice", always: true, words: ["open", "won", "lost", "abandoned"] },
  stage: { kind: "choice", always: true },
  pipeline: { kind: "choice", always: true },
  category: { kind: "choice", always: true },
  owner: { kind: "person" },
  followers: { kind: "people" },
  /** The owner and the followers. */
  assigned: { kind: "people" },
  createdBy: { kind: "person" },
  source: { kind: "label" },
  tags: { kind: "words" },
  description: { kind: "text" },
  createdAt: { kind: "instant", always: true },
  updatedAt: { kind: "instant", always: true },
  stageChangedAt: { kind: "instant", always: true },
  /** When it was won, lost, abandoned or opened again. */
  statusChangedAt: { kind: "instant", always: true },
  lastContactedOn: { kind: "date" },
  /** When the first of the lead's open tasks is due. */
  nextTaskDueAt: { kind: "instant" },
  /** When the lead's next appointment starts, of those that are still to come. */
  nextAppointmentAt: { kind: "instant" },
  archived: { kind: "flag", always: true },
  archivedAt: { kind: "instant" },
  convertedAt: { kind: "instant" },
  deletedAt: { kind: "instant" },
  lifecycle: { kind: "text", always: true },
  leadType: { kind: "text" },
  requestType: { kind: "text" },
  utmSource: { kind: "text" },
  utmMedium: { kind: "text" },
  utmCampaign: { kind: "text" },
} as const satisfies Record<string, FieldDescription>;

export type LeadField = keyof typeof leadFields;

/** Whether `field` is one that every location has. */
export const isLeadField = (field: string): field is LeadField => Object.hasOwn(leadFields, field);

/** What a field that every location has is like. */
export const describeField = (field: LeadField): FieldDescription => leadFields[field];

const customPrefix = "custom:";

/** The name of a custom field in queries. */
export const customFieldName = (id: string): string => `${customPrefix}${id}`;

/** The id of the custom field that a name stands for; null for other names. */
export const customFieldId = (field: string): string | null =>
  field.startsWith(customPrefix) ? field.slice(customPrefix.length) : null;

/** The kind of a custom field by its data type. */
export const kindOfCustomField = {
  text: "text",
  large_text: "text",
  number: "number",
  money: "number",
  phone: "text",
  time: "text",
  date: "date",
  checkbox: "flag",
  option: "label",
  radio: "label",
  options: "words",
  checkboxes: "words",
  text_list: "text",
  files: "text",
  signature: "text",
} as const satisfies Record<CustomFieldType, FieldKind>;

/** The operators that a field takes. */
export const operatorsOf = ({ kind, always }: FieldDescription): readonly Operator[] => {
  const all: readonly Operator[] = operatorsOfKind[kind];
  return always ? all.filter((operator) => operator !== "isEmpty" && operator !== "isNotEmpty") : all;
};

/** Whether lists can be ordered by a field: a set of things has no order. */
export const isSortable = ({ kind }: FieldDescription): boolean => kind !== "people" && kind !== "words";

/** How many leads there are, and whether that is exact: long lists are estimated. */
export type LeadTotal = { count: number; exact: boolean };

/** What leads are worth in one currency, in its minor units, and how many of them there are. */
export type MoneySum = { currency: string; leads: number; valueMinor: number };

/** By what a list can be put into groups. */
export const groupings = ["stage", "owner", "source", "status", "month"] as const;
export type Grouping = (typeof groupings)[number];

/** How much may be asked at once. */
export const queryLimits = {
  /** Conditions and groups. */
  parts: 60,
  depth: 4,
  values: 500,
  textLength: 200,
  sorts: 4,
  columns: 40,
  words: 8,
  days: 36_500,
} as const;

/** Sorts as a URL has them: `-createdAt,name`. */
export const writeSorts = (sorts: readonly Sort[]): string =>
  sorts.map(({ field, direction }) => (direction === "desc" ? `-${field}` : field)).join(",");

/** The sorts of a URL. Which fields there are is looked at elsewhere. */
export const readSorts = (text: string): Sort[] =>
  text
    .split(",")
    .filter(Boolean)
    .map((word) =>
      word.startsWith("-") ? { field: word.slice(1), direction: "desc" } : { field: word, direction: "asc" },
    );

/** A value in a list, by the kind of its field: a person or another record is told with its name. */
export type CellValue =
  | string
  | number
  | boolean
  | null
  | string[]
  | { id: string; name: string }
  | { id: string; name: string }[]
  | Record<string, unknown>;

/** A lead as a line of a list: what every list shows, and the fields that were asked for besides. */
export type ListedLead = {
  id: string;
  number: number;
  version: number;
  name: string;
  valueMinor: number | null;
  currency: string;
  status: LeadStatus;
  stage: { id: string; name: string; color: string; pipelineId: string };
  source: string | null;
  contactId: string;
  contactName: string | null;
  companyName: string | null;
  email: string | null;
  phone: string | null;
  owner: { id: string; name: string } | null;
  archived: boolean;
  createdAt: Date;
  updatedAt: Date;
  cells: Record<string, CellValue>;
};

/** Leads of a list that have something in common. */
export type LeadGroup = {
  /** The id of the stage or owner, the source, the status, or the month of creation as `yyyy-mm`; null for none. */
  key: string | null;
  /** What people call it; the key where it has no name of its own. */
  label: string | null;
  color: string | null;
  count: number;
  sums: MoneySum[];
  /** The filter that lists these leads. */
  filter: Group;
};
