import { endpoint } from "@/lib/dialects/native/dialect";
import { LocationsAnswer, requireUser } from "@/lib/dialects/native/session";
import { listLocations } from "@/lib/users/list-locations";

export const GET = endpoint({
  operation: "app-list-locations",
  summary: "The locations that the person is a member of",
  permission: "profile",
  answer: LocationsAnswer,
  input: (_wire, context) => requireUser(context),
  run: (_context, userId) => listLocations(userId),
  print: (locations, context) => ({
    locations: locations.map(({ id, name }) => ({ id, name, current: id === context.location.id })),
  }),
});
