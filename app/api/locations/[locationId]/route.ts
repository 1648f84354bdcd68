import { LocationAnswer, LocationPath, printLocation } from "@/lib/dialects/highlevel/location";
import { operation } from "@/lib/dialects/highlevel/operation";
import { getLocation } from "@/lib/locations/list-locations";

export const GET = operation("locations-get-location", {
  path: LocationPath,
  answer: LocationAnswer,
  input: () => undefined,
  run: getLocation,
  print: printLocation,
});
