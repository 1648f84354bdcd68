import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { aHighLevelApi } from "@/db/testing/highlevel";
import { fieldsOf } from "@/db/testing/wild-values";
import { isEndpoint } from "@/lib/http/route-exports";
import { newId } from "@/lib/kit/id";

type Api = Awaited<ReturnType<typeof aHighLevelApi>>;
type Fields = Record<string, unknown>;
type Place = { method: string; route: string; path: string };

let api: Api;
let fieldIds: Record<string, string>;

beforeAll(async () => {
  api = await aHighLevelApi(routeTable);
  const made = ["contact", "opportunity"].map(async (model): Promise<[string, string]> => {
    const json = { name: `Colour of a ${model}`, dataType: "TEXT", model };
    const { body } = await api.call("POST", `/api/locations/${api.location.id}/customFields`, { json });
    return [model, body.customField.id];
  });
  fieldIds = Object.fromEntries(await Promise.all(made));
});

const word = () => `w${newId()}`;
const anEmail = () => `${newId().toLowerCase()}@example.com`;
let phones = 1000;
const aPhone = () => `+1415555${phones++}`;
const oneOf = <Value>(...values: Value[]): Value | undefined => values[Math.floor(Math.random() * values.length)];
const id = (name: string): string => api.ids[name] ?? "";

/** The names that a body of an operation takes. */
function bodyNames({ method, route }: Place): string[] {
  const handler = routeTable.find(({ path }) => path === route)?.methods[method];
  if (!isEndpoint(handler)) throw new Error(`${method} ${route} is no operation.`);
  return fieldsOf(handler.declaration.body).toSorted();
}

const channel = () => ({ status: oneOf("active", "inactive", "permanent"), message: word(), code: word() });

const contactFields = (): Fields => ({
  firstName: word(),
  lastName: word(),
  name: word(),
  email: anEmail(),
  gender: word(),
  phone: aPhone(),
  address1: word(),
  city: word(),
  state: word(),
  postalCode: word(),
  website: `https://${word()}.example`,
  timezone: oneOf("America/Chihuahua", "Europe/Berlin"),
  dnd: oneOf(true, false),
  dndSettings: {
    Call: channel(),
    Email: channel(),
    SMS: channel(),
    WhatsApp: channel(),
    GMB: channel(),
    FB: channel(),
  },
  inboundDndSettings: { all: { status: oneOf("active", "inactive"), message: word() } },
  tags: [word().toLowerCase(), word().toLowerCase()],
  customFields: [{ id: fieldIds.contact, field_value: word() }],
  source: word(),
  country: oneOf("US", "DE"),
  companyName: word(),
  assignedTo: oneOf(id("userId"), ""),
  dateOfBirth: oneOf("1990-09-25", "2004-02-29"),
  additionalEmails: [anEmail()],
  additionalPhones: [aPhone(), aPhone()],
});

/** What is read where `sent` was stored. */
function contactOf({ locationId, assignedTo, customFields, dateOfBirth, ...sent }: Fields): Fields {
  return {
    ...sent,
    assignedTo: assignedTo === "" ? null : assignedTo,
    customFields: printed(customFields, "value"),
    dateOfBirth: `${String(dateOfBirth)}T00:00:00.000Z`,
  };
}

function printed(customFields: unknown, name: string): Fields[] {
  const sent: { id: string; field_value: unknown }[] = Array.isArray(customFields) ? customFields : [];
  return sent.map((given) => ({ id: given.id, [name]: given.field_value }));
}

const opportunityFields = (): Fields => ({
  pipelineId: id("pipelineId"),
  name: word(),
  pipelineStageId: id("pipelineStageId"),
  status: oneOf("open", "won", "lost", "abandoned"),
  monetaryValue: oneOf(0, 12.5, 99_999.99),
  assignedTo: oneOf(id("userId"), ""),
  source: word(),
  lostReasonId: "",
  customFields: [{ id: fieldIds.opportunity, field_value: word() }],
});

function opportunityOf({ locationId, assignedTo, lostReasonId, customFields, ...sent }: Fields): Fields {
  return {
    ...sent,
    assignedTo: assignedTo === "" ? null : assignedTo,
    ...(customFields !== undefined && { customFields: printed(customFields, "fieldValue") }),
  };
}

const businessFields = (): Fields => ({
  name: word(),
  phone: aPhone(),
  email: anEmail(),
  website: `https://${word()}.example`,
  address: word(),
  city: word(),
  postalCode: word(),
  state: word(),
  country: oneOf("US", "DE"),
  description: `${word()}\n${word()}`,
});

const noteFields = (): Fields => ({
  title: word(),
  color: "#FFAA00",
  body: `${word()}\n${word()}`,
  pinned: oneOf(true, false),
  userId: id("userId"),
});
const taskFields = (): Fields => ({
  title: word(),
  body: word(),
  dueDate: oneOf("2031-05-06T15:00:00.000Z", "2030-01-01T00:00:00.000Z"),
  completed: oneOf(true, false),
  assignedTo: id("userId"),
});

/** Where something is written and read: what an answer calls it, and which path reads the one of an id. */
type Case = {
  name: string;
  place: () => Place;
  fields: () => Fields;
  /** Where the answer has the record. */
  key: string;
  read: (recordId: string) => string;
  expected: (sent: Fields) => Fields;
};

const at = (method: string, route: string, path = route): Place => ({ method, route, path });
const same = ({ locationId, ...sent }: Fields): Fields => sent;
const inLocation = (fields: () => Fields) => () => ({ locationId: api.location.id, ...fields() });
const aContact = (recordId: string) => `/api/contacts/${recordId}`;
const anOpportunity = (recordId: string) => `/api/opportunities/${recordId}`;
const aBusiness = (recordId: string) => `/api/businesses/${recordId}`;
const aNote = (recordId: string) => `${aContact(id("contactId"))}/notes/${recordId}`;
const aTask = (recordId: string) => `${aContact(id("contactId"))}/tasks/${recordId}`;

const cases: Case[] = [
  {
    name: "a new contact",
    place: () => at("POST", "/api/contacts"),
    fields: inLocation(contactFields),
    key: "contact",
    read: aContact,
    expected: contactOf,
  },
  {
    name: "a contact that is changed",
    place: () => at("PUT", "/api/contacts/[contactId]", aContact(id("contactId"))),
    fields: contactFields,
    key: "contact",
    read: aContact,
    expected: contactOf,
  },
  {
    name: "an upserted contact",
    place: () => at("POST", "/api/contacts/upsert"),
    fields: () => ({ ...inLocation(contactFields)(), createNewIfDuplicateAllowed: false }),
    key: "contact",
    read: aContact,
    expected: ({ createNewIfDuplicateAllowed: _, ...sent }) => contactOf(sent),
  },
  {
    name: "a new note",
    place: () => at("POST", "/api/contacts/[contactId]/notes", `${aContact(id("contactId"))}/notes`),
    fields: noteFields,
    key: "note",
    read: aNote,
    expected: same,
  },
  {
    name: "a note that is changed",
    place: () => at("PUT", "/api/contacts/[contactId]/notes/[id]", aNote(id("noteId"))),
    fields: noteFields,
    key: "note",
    read: aNote,
    expected: same,
  },
  {
    name: "a new task",
    place: () => at("POST", "/api/contacts/[contactId]/tasks", `${aContact(id("contactId"))}/tasks`),
    fields: taskFields,
    key: "task",
    read: aTask,
    expected: same,
  },
  {
    name: "a task that is changed",
    place: () => at("PUT", "/api/contacts/[contactId]/tasks/[taskId]", aTask(id("taskId"))),
    fields: taskFields,
    key: "task",
    read: aTask,
    expected: same,
  },
  {
    name: "a new opportunity",
    place: () => at("POST", "/api/opportunities"),
    fields: inLocation(() => ({ ...opportunityFields(), contactId: id("contactId") })),
    key: "opportunity",
    read: anOpportunity,
    expected: opportunityOf,
  },
  {
    name: "an opportunity that is changed",
    place: () => at("PUT", "/api/opportunities/[id]", anOpportunity(id("opportunityId"))),
    fields: opportunityFields,
    key: "opportunity",
    read: anOpportunity,
    expected: opportunityOf,
  },
  {
    name: "a new business",
    place: () => at("POST", "/api/businesses"),
    fields: inLocation(businessFields),
    key: "business",
    read: aBusiness,
    expected: same,
  },
  {
    name: "a business that is changed",
    place: () => at("PUT", "/api/businesses/[businessId]", aBusiness(id("businessId"))),
    fields: businessFields,
    key: "business",
    read: aBusiness,
    expected: same,
  },
];

describe("what is accepted is kept, and read again", () => {
  test.each(cases.map((each) => [each.name, each] as const))(
    "%s",
    async (_, { place, fields, key, read, expected }) => {
      expect(Object.keys(fields()).toSorted()).toEqual(bodyNames(place()));
      for (let time = 0; time < 5; time++) {
        const { method, path } = place();
        const sent = fields();
        const answer = await api.call(method, path, { json: sent });
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
        expect(answer.body[key]).toMatchObject(expected(sent));
        const again = await api.call("GET", read(answer.body[key].id));
        expect(again.body[key]).toEqual(answer.body[key]);
      }
    },
  );

  test("an upserted opportunity, with its followers", async () => {
    const place = at("POST", "/api/opportunities/upsert");
    const other = newId();
    const sent = {
      ...opportunityFields(),
      // Who owns it may follow it beside that.
      assignedTo: id("userId"),
      locationId: api.location.id,
      contactId: id("contactId"),
      id: id("opportunityId"),
      followers: [id("userId")],
      followersActionType: "add",
      isRemoveAllFollowers: false,
    };
    expect(Object.keys(sent).toSorted()).toEqual(bodyNames(place));
    const { id: named, followers, followersActionType, isRemoveAllFollowers, ...kept } = sent;
    const { body } = await api.call(place.method, place.path, { json: sent });
    expect(body.opportunity).toMatchObject({ id: named, ...opportunityOf(kept) });
    expect(body.opportunity.followers).toContainEqual(followers);
    const unknown = await api.call(place.method, place.path, { json: { ...sent, followers: [other] } });
    expect(unknown.status).toBeGreaterThanOrEqual(400);
    const none = await api.call(place.method, place.path, {
      json: { ...sent, followers: [], isRemoveAllFollowers: true },
    });
    expect(none.body.opportunity).toMatchObject({ assignedTo: id("userId"), followers: [] });
  });
});
