import { LocationsAnswer, locationsOf, LocationsQuery, printLocations } from "@/lib/dialects/highlevel/location";
import { operation } from "@/lib/dialects/highlevel/operation";
import { listLocations } from "@/lib/locations/list-locations";

export const GET = operation("locations-search-locations", {
  query: LocationsQuery,
  answer: LocationsAnswer,
  input: ({ query }) => locationsOf(query),
  run: listLocations,
  print: printLocations,
});
