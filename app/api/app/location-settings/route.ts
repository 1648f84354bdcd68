import { endpoint } from "@/lib/dialects/native/dialect";
import { LocationSettingsAnswer, LocationSettingsBody } from "@/lib/dialects/native/location-settings";
import { Done } from "@/lib/dialects/native/session";
import { readLocationSettings, saveLocationSettings } from "@/lib/locations/location-settings";

export const GET = endpoint({
  operation: "app-read-location-settings",
  summary: "What the location is called, and by which customs it works",
  permission: "settings.read",
  answer: LocationSettingsAnswer,
  input: () => undefined,
  run: readLocationSettings,
  print: (settings) => settings,
});

export const PUT = endpoint({
  operation: "app-save-location-settings",
  summary: "Set what the location is called, and by which customs it works",
  permission: "settings.write",
  body: LocationSettingsBody,
  answer: Done,
  input: ({ body }) => body,
  run: saveLocationSettings,
  print: () => ({ done: true as const }),
});
