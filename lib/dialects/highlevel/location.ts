import { z } from "zod";
import type { KnownLocation, ListLocations } from "@/lib/locations/list-locations";
import { count, email, known, none, oneOf, pathId, short } from "./fields";

export const LocationPath = z.object({ locationId: pathId });
const orders = ["asc", "desc"] as const;
export const LocationsQuery = known({
  companyId: short.optional(),
  skip: count(0, 10_000_000).default(0),
  limit: count(1, 1000).default(10),
  order: z.enum(orders, oneOf(orders)).default("asc"),
  email: email.optional().describe("Locations have no address here: with one, none is found."),
});

/** Which locations a query asks for. */
export const locationsOf = (query: z.infer<typeof LocationsQuery>): ListLocations => ({
  companyId: query.companyId || undefined,
  direction: query.order,
  limit: query.email ? 0 : query.limit,
  offset: query.skip,
});

/** What the documents' locations have as well, and none has here. */
const NotKept = z.object({
  domain: none,
  address: none,
  city: none,
  state: none,
  logoUrl: none,
  postalCode: none,
  website: none,
  firstName: none,
  lastName: none,
  email: none,
  phone: none,
});
const notKept = NotKept.parse({});

const LocationShape = NotKept.extend({
  id: z.string(),
  companyId: z.string(),
  name: z.string(),
  country: z.string(),
  timezone: z.string(),
  business: z.object({ name: z.string(), country: z.string(), timezone: z.string() }),
  social: z.object({}),
  settings: z.object({
    allowDuplicateContact: z.boolean(),
    allowDuplicateOpportunity: z.literal(true),
    allowFacebookNameMerge: z.literal(false),
    disableContactTimezone: z.literal(false),
  }),
}).meta({ id: "HighLevelLocation" });

export const LocationAnswer = z.object({ location: LocationShape });
export const LocationsAnswer = z.object({ locations: z.array(LocationShape) });

const printed = (location: KnownLocation): z.infer<typeof LocationShape> => {
  const { id, companyId, name, country, timeZone: timezone, allowsDuplicateContacts } = location;
  return {
    ...notKept,
    id,
    companyId,
    name,
    country,
    timezone,
    business: { name, country, timezone },
    social: {},
    settings: {
      allowDuplicateContact: allowsDuplicateContacts,
      allowDuplicateOpportunity: true,
      allowFacebookNameMerge: false,
      disableContactTimezone: false,
    },
  };
};

export const printLocation = (location: KnownLocation) => ({ location: printed(location) });
export const printLocations = (locations: KnownLocation[]) => ({ locations: locations.map(printed) });
