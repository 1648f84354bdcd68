import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import {
  type ContactGroup,
  type ContactOperator,
  type ContactPart,
  type ContactQuery,
  contactSorts,
} from "@/lib/contacts/query/model";
import type { ContactPage } from "@/lib/contacts/query/search-contacts";
import { decimalFromMinor } from "@/lib/kit/money";
import { ContactAnswer, printContact } from "./contact";
import { count, known, oneOf, short } from "./fields";

const operators = {
  eq: "is",
  not_eq: "isNot",
  contains: "contains",
  not_contains: "doesNotContain",
  exists: "isNotEmpty",
  not_exists: "isEmpty",
  range: "range",
} as const satisfies Record<string, ContactOperator>;

/** Fields by which contacts are filtered and ordered, under the names that the guide of the search has for them. */
const fieldNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    id: "id",
    activeWorkflows: "activeWorkflows",
    address: "address",
    address1: "address",
    assignedTo: "assignedToId",
    businessId: "businessId",
    businessName: "businessName",
    city: "city",
    companyName: "companyName",
    contactName: "name",
    country: "country",
    dateAdded: "createdAt",
    dateOfBirth: "dateOfBirth",
    dateUpdated: "updatedAt",
    dnd: "doNotDisturb",
    email: "email",
    finishedWorkflows: "finishedWorkflows",
    firstName: "firstName",
    firstNameLowerCase: "firstName",
    followers: "followers",
    fullNameLowerCase: "name",
    gender: "gender",
    lastAppointment: "lastAppointmentAt",
    lastName: "lastName",
    lastNameLowerCase: "lastName",
    name: "name",
    phone: "phone",
    pipelineId: "leadPipelineId",
    "opportunities.pipelineId": "leadPipelineId",
    pipelineStageId: "leadStageId",
    "opportunities.pipelineStageId": "leadStageId",
    "opportunities.status": "leadStatus",
    postalCode: "postalCode",
    source: "source",
    state: "state",
    tags: "tags",
    timezone: "timeZone",
    type: "type",
    validEmail: "hasEmail",
    website: "website",
  }),
);

/** What nobody has here, where no email is watched and no number is looked up. */
const unknownHere: ReadonlySet<string> = new Set(["isValidWhatsapp", "lastEmailClickedDate", "lastEmailOpenedDate"]);
const everybody: ContactPart = { all: [] };
const nobody: ContactPart = { field: "id", operator: "isEmpty" };

const customField = /^(?:customFields?|contact)[./](.+)$/;

/** The domain's name of a field; what is no field stays as it is, for the domain to refuse. */
const fieldOf = (name: string): string => {
  const custom = customField.exec(name)?.[1];
  return custom === undefined ? (fieldNames.get(name) ?? `no field ${name}`) : `custom:${custom}`;
};

// The names of a table are those it has.
const words = Object.keys(operators) as [keyof typeof operators];

const Condition = known({
  field: short,
  operator: z.enum(words, oneOf(words)),
  value: z.unknown().optional(),
});

/** What has to be true of one opportunity of the contact. */
const OfOpportunity = known({
  field: z.literal("opportunities"),
  operator: z.literal("nested"),
  value: z.array(Condition).min(1, "should not be empty").max(20, "must contain no more than 20 elements"),
});

type Filter = z.infer<typeof Condition> | z.infer<typeof OfOpportunity> | { group: "AND" | "OR"; filters: Filter[] };

const Filter: z.ZodType<Filter> = z
  .lazy(() =>
    z.union([Condition, OfOpportunity, Group], "must be a filter of field and operator, or a group of filters"),
  )
  .meta({ id: "HighLevelContactFilter" });
const Group: z.ZodType<Extract<Filter, { group: string }>> = known({
  group: z.enum(["AND", "OR"], oneOf(["AND", "OR"])),
  filters: z.array(Filter).max(100, "must contain no more than 100 elements"),
});

const sorts: readonly string[] = contactSorts;
const sortNames = [...fieldNames.keys()].filter((name) => sorts.includes(fieldOf(name)));
const direction = z.enum(["asc", "desc"], oneOf(["asc", "desc"]));

export const SearchBody = known({
  locationId: short.optional(),
  query: short.optional(),
  page: count(0, 10_000).optional(),
  pageLimit: count(1, 500).default(20),
  searchAfter: z
    .array(z.union([z.string().max(1000), z.number(), z.null()]))
    .max(10)
    .optional(),
  filters: z.array(Filter).max(100, "must contain no more than 100 elements").optional(),
  sort: z
    .array(known({ field: z.enum(sortNames, oneOf(sortNames)), direction: direction.default("asc") }))
    .max(10)
    .optional(),
});

function partOf(filter: Filter): ContactPart {
  if ("group" in filter) return groupOf(filter.group, filter.filters);
  if (filter.operator !== "nested") return conditionOf(filter);
  return {
    ofLead: filter.value.map(({ field, operator, value }) => ({
      field: fieldOf(`opportunities.${field}`),
      operator: operators[operator],
      value,
    })),
  };
}

/** A condition. Of several parts of a text it is any that has to be in there, or none. */
function conditionOf({ field, operator, value }: z.infer<typeof Condition>): ContactPart {
  if (unknownHere.has(field)) return operator.startsWith("not_") ? everybody : nobody;
  const condition = { field: fieldOf(field), operator: operators[operator] };
  if (!Array.isArray(value) || value.length === 0) return { ...condition, value };
  const each = value.map((part: unknown) => ({ ...condition, value: part }));
  if (operator === "contains") return { any: each };
  return operator === "not_contains" ? { all: each } : { ...condition, value };
}

const groupOf = (group: "AND" | "OR", filters: Filter[]): ContactGroup =>
  group === "AND" ? { all: filters.map(partOf) } : { any: filters.map(partOf) };

/** The query that a body asks. @throws Invalid for a page and a cursor at once. */
export function queryOf(body: z.infer<typeof SearchBody>): ContactQuery {
  const { page, pageLimit: limit, searchAfter: after, query: search } = body;
  const hasCursor = after !== undefined && after.length > 0;
  if (hasCursor && page !== undefined && page > 1)
    throw Invalid.field("page", "query", "should not exist when searchAfter is sent");
  return {
    filter: groupOf("AND", body.filters ?? []),
    sorts: (body.sort ?? []).map(({ field, direction: way }) => ({ field: fieldOf(field), direction: way })),
    limit,
    ...(search?.trim() && { search }),
    ...(hasCursor ? { after } : { offset: Math.max(0, (page ?? 1) - 1) * limit }),
  };
}

/** A contact as searches and lists print it. */
export const FoundContact = ContactAnswer.shape.contact
  .extend({
    address: z.string().nullable(),
    businessName: z.string().nullable(),
    validEmail: z.boolean().nullable(),
    opportunities: z.array(
      z.object({
        id: z.string(),
        pipeline_id: z.string(),
        pipeline_stage_id: z.string(),
        pipelineId: z.string(),
        pipelineStageId: z.string(),
        monetary_value: z.number(),
        monetaryValue: z.number(),
        status: z.string(),
      }),
    ),
    attributions: z.array(z.unknown()),
    searchAfter: z.array(z.union([z.string(), z.number(), z.null()])),
  })
  .meta({ id: "HighLevelFoundContact" });

/** How many there are. */
export const total = z
  .number()
  .describe(
    "Exact in locations of up to 20,000 contacts, and for what hardly anybody has; else estimated. Pages go on to the end either way.",
  );

export const SearchAnswer = z.object({ contacts: z.array(FoundContact), total });

/** The contacts of a page. */
export const printFound = (page: ContactPage, context: Context): z.infer<typeof FoundContact>[] =>
  page.contacts.map(({ contact, businessName, leads, cursor }) => ({
    ...printContact(contact, context),
    // Only here a day is a day.
    dateOfBirth: contact.dateOfBirth,
    address: contact.address,
    businessName,
    validEmail: contact.emailNormal === null ? null : true,
    opportunities: leads.map(({ id, pipelineId, stageId, valueMinor, currency, status }) => {
      const value = Number(decimalFromMinor(valueMinor ?? 0, currency));
      return {
        id,
        pipeline_id: pipelineId,
        pipeline_stage_id: stageId,
        pipelineId,
        pipelineStageId: stageId,
        monetary_value: value,
        monetaryValue: value,
        status,
      };
    }),
    attributions: [],
    searchAfter: cursor,
  }));

export const printSearch = (page: ContactPage, context: Context): z.infer<typeof SearchAnswer> => ({
  contacts: printFound(page, context),
  total: page.total,
});
