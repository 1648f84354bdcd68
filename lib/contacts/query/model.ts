/** A condition on one field. `value` is absent for `isEmpty` and `isNotEmpty`. */
export type ContactCondition = { field: string; operator: ContactOperator; value?: unknown };

export type ContactOperator =
  | "is"
  | "isNot"
  | "contains"
  | "doesNotContain"
  | "isEmpty"
  | "isNotEmpty"
  /** Between bounds: an object of `gte`, `gt`, `lte`, `lt`. */
  | "range";

/** Conditions that all have to hold, or of which one has to. An empty group says nothing. */
export type ContactGroup = { all: ContactPart[] } | { any: ContactPart[] };
/**
 * Conditions that are true of one and the same lead of the contact; where all of them say what is not, each
 * is true of none of its leads.
 */
export type OfLead = { ofLead: ContactCondition[] };
export type ContactPart = ContactCondition | ContactGroup | OfLead;

export type ContactSort = { field: string; direction: "asc" | "desc" };

/** Which contacts are asked for, in which order, and which page of them. */
export type ContactQuery = {
  filter: ContactGroup;
  /** The first decides, the next among its equals. Empty values come last. Without one: the newest first. */
  sorts: ContactSort[];
  /** Words that all have to be somewhere in names, addresses, numbers or the company. */
  search?: string;
  limit: number;
  /** How many to leave out, at most `deepestOffset`; or the cursor of the contact that the page comes after. */
  offset?: number;
  after?: readonly unknown[];
};

/** How far pages by number go; further ones are reached by a cursor. */
export const deepestOffset = 10_000;

/** How much may be asked at once. */
export const queryLimits = { conditions: 100, depth: 6, sorts: 5, text: 200, words: 10, limit: 500 } as const;

const inText = ["is", "isNot", "contains", "doesNotContain", "isEmpty", "isNotEmpty"] as const;
const inChoice = ["is", "isNot", "isEmpty", "isNotEmpty"] as const;
const inTime = ["is", "isNot", "range", "isEmpty", "isNotEmpty"] as const;

/** The operators of each kind of field. */
export const contactOperators = {
  text: inText,
  words: inText,
  id: inChoice,
  ids: inChoice,
  flag: inChoice,
  instant: inTime,
  date: inTime,
  number: inTime,
} as const satisfies Record<string, readonly ContactOperator[]>;

export type ContactFieldKind = keyof typeof contactOperators;

/** The fields of every location by their names in queries; custom fields are `custom:<id or key>`. */
export const contactFields = {
  id: "id",
  name: "text",
  firstName: "text",
  lastName: "text",
  email: "text",
  phone: "text",
  companyName: "text",
  businessName: "text",
  businessId: "id",
  address: "text",
  city: "text",
  state: "text",
  postalCode: "text",
  country: "text",
  website: "text",
  source: "text",
  type: "text",
  timeZone: "text",
  gender: "text",
  tags: "words",
  assignedToId: "id",
  followers: "ids",
  doNotDisturb: "flag",
  hasEmail: "flag",
  createdAt: "instant",
  updatedAt: "instant",
  dateOfBirth: "date",
  lastAppointmentAt: "instant",
  leadPipelineId: "id",
  leadStageId: "id",
  leadStatus: "id",
  activeWorkflows: "ids",
  finishedWorkflows: "ids",
} as const satisfies Record<string, ContactFieldKind>;

export type ContactField = keyof typeof contactFields;

/** Fields by which contacts can be ordered. */
export const contactSorts = [
  "createdAt",
  "updatedAt",
  "firstName",
  "lastName",
  "email",
  "companyName",
  "businessName",
  "doNotDisturb",
  "dateOfBirth",
  "phone",
  "city",
  "state",
  "source",
  "type",
] as const satisfies readonly ContactField[];

/** Whether it is a condition and no group. */
export const isCondition = (part: ContactPart): part is ContactCondition => "field" in part;
/** Whether it is what has to be true of one lead. */
export const isOfLead = (part: ContactPart): part is OfLead => "ofLead" in part;

/** The parts of a group. */
export const partsOf = (group: ContactGroup): ContactPart[] => ("all" in group ? group.all : group.any);
