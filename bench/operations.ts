import type { BenchedLocation, SampleLead } from "./benched-location";

/** What differs from request to request, by name: the recorder finds these values in the statements. */
export type Variables = Record<string, string | number>;

export type BenchRequest = { method: string; path: string; headers: Record<string, string>; body?: string };

/** One thing the product does, as requests of one of its dialects. */
export type Operation = {
  name: string;
  kind: "read" | "write";
  /** The request of a count, and what is its own in it. No two requests make the same lead. */
  make: (
    location: BenchedLocation,
    samples: SampleLead[],
    count: number,
  ) => { variables: Variables; request: BenchRequest };
};

const bearer = ({ key }: BenchedLocation) => ({ authorization: `Bearer ${key}` });
const get = (path: string, headers: Record<string, string>): BenchRequest => ({ method: "GET", path, headers });

/** A request with a form, as the document of this API has it. */
function send(method: string, path: string, location: BenchedLocation, form: Record<string, string>): BenchRequest {
  const headers = { ...bearer(location), "content-type": "application/x-www-form-urlencoded" };
  return { method, path, headers, body: new URLSearchParams(form).toString() };
}

const integration = (location: BenchedLocation) => ({ authorization: `Bearer ${location.integration}` });

/** A request with a JSON body, as a private integration sends it. */
const post = (path: string, location: BenchedLocation, body: unknown): BenchRequest => ({
  method: "POST",
  path,
  headers: { ...integration(location), "content-type": "application/json" },
  body: JSON.stringify(body),
});

function at<Item>(list: Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError("There is nothing to choose from.");
  return item;
}

/** The operations, reads first: writes leave rows behind that the reads of a size should not see. */
export const operations: Operation[] = [
  {
    name: "read-one",
    kind: "read",
    make(location, samples, count) {
      const { number } = at(samples, count);
      return { variables: { number }, request: get(`/api/leads/${number}`, bearer(location)) };
    },
  },
  {
    name: "list",
    kind: "read",
    make: (location) => ({ variables: {}, request: get("/api/leads?limit=25", bearer(location)) }),
  },
  {
    name: "filter",
    kind: "read",
    make(location, _, count) {
      const stage = at(location.stages, count).number;
      const source = at(location.sources, Math.floor(count / location.stages.length));
      const path = `/api/leads?limit=25&status=${stage}&source=${source}`;
      return { variables: { stage, source }, request: get(path, bearer(location)) };
    },
  },
  {
    name: "sort",
    kind: "read",
    make: (location) => ({
      variables: {},
      request: get("/api/app/leads?sort=contactName&limit=25&total=none", bearer(location)),
    }),
  },
  {
    name: "search",
    kind: "read",
    make(location, _, count) {
      const part = at(location.searches, count);
      return { variables: { part }, request: get(`/api/leads?limit=25&search=${part}`, bearer(location)) };
    },
  },
  {
    name: "overview-v1",
    kind: "read",
    make: ({ apikey, token }) => ({
      variables: {},
      request: get("/api/v1/leads/overview/", { apikey, authorization: `Bearer ${token}` }),
    }),
  },
  {
    name: "overview",
    kind: "read",
    make: (location) => ({ variables: {}, request: get("/api/app/overview?range=30", bearer(location)) }),
  },
  {
    name: "contact-get",
    kind: "read",
    make(location, samples, count) {
      const { contactId } = at(samples, count);
      return { variables: { contactId }, request: get(`/api/contacts/${contactId}`, integration(location)) };
    },
  },
  {
    name: "contact-search",
    kind: "read",
    make(location, _, count) {
      const part = at(location.searches, count);
      const body = { locationId: location.id, pageLimit: 20, query: part };
      return { variables: { part }, request: post("/api/contacts/search", location, body) };
    },
  },
  {
    name: "contact-filter",
    kind: "read",
    make(location, _, count) {
      const part = at(location.searches, count);
      const filters = [
        { field: "tags", operator: "eq", value: "vip" },
        {
          group: "OR",
          filters: [
            { field: `customFields.${location.customFieldId}`, operator: "eq", value: "gold" },
            { field: "lastNameLowerCase", operator: "contains", value: part },
          ],
        },
      ];
      const body = { locationId: location.id, pageLimit: 20, filters };
      return { variables: { part }, request: post("/api/contacts/search", location, body) };
    },
  },
  {
    name: "opportunity-search",
    kind: "read",
    make(location, _, count) {
      const stage = at(location.stages, count).id;
      const path = `/api/opportunities/search?location_id=${location.id}&pipeline_id=${location.pipelineId}&pipeline_stage_id=${stage}&limit=20`;
      return { variables: { stage }, request: get(path, integration(location)) };
    },
  },
  {
    name: "move",
    kind: "write",
    make(location, samples, count) {
      const { number, id, contactId, stage } = at(samples, count);
      // Each time round every lead moves on by one: no move finds the lead where it should go.
      const place = stage + Math.floor(count / samples.length);
      const [from, to] = [at(location.stages, place), at(location.stages, place + 1)];
      return {
        variables: { number, id, contactId, from: from.id, to: to.id, stage: to.number },
        request: send("PUT", `/api/leads/${number}/status`, location, { status: String(to.number) }),
      };
    },
  },
  {
    name: "create",
    kind: "write",
    make(location, _, count) {
      const salt = String(Math.floor(Math.random() * 1e6)).padStart(6, "0");
      const word = `q${Date.now().toString(36)}x${count.toString(36)}x${salt}`;
      const digits = `${salt}${String(count % 10_000).padStart(4, "0")}`;
      const form = {
        lead_title: `Roof for ${word}`,
        lead_status: String(at(location.stages, 0).number),
        lead_categoryid: String(location.category),
        lead_firstname: "Ada",
        lead_lastname: word,
        lead_email: `${word}@bench.example`,
        lead_phone: `+49${digits}`,
        lead_company_name: "Bench & Co",
        lead_value: "2500.00",
        lead_source: "website",
        lead_city: "Chicago",
      };
      return { variables: { word, digits }, request: send("POST", "/api/leads", location, form) };
    },
  },
  {
    name: "contact-create",
    kind: "write",
    make: (location, _, count) => newContact(location, "/api/contacts/", count),
  },
  {
    name: "contact-upsert",
    kind: "write",
    make: (location, _, count) => newContact(location, "/api/contacts/upsert", count),
  },
];

/** A contact that nobody has made before. */
function newContact(location: BenchedLocation, path: string, count: number) {
  const salt = String(Math.floor(Math.random() * 1e6)).padStart(6, "0");
  const word = `q${Date.now().toString(36)}y${count.toString(36)}y${salt}`;
  const digits = `${salt}${String(count % 10_000).padStart(4, "0")}`;
  const body = {
    locationId: location.id,
    firstName: "Ada",
    lastName: word,
    email: `${word}@bench.example`,
    phone: `+49${digits}`,
    city: "Chicago",
    tags: ["news"],
    source: "website",
  };
  return { variables: { word, digits }, request: post(path, location, body) };
}

export const operationNames = operations.map(({ name }) => name);
