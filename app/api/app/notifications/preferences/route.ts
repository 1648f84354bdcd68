import { endpoint } from "@/lib/dialects/native/dialect";
import { PreferenceBody, PreferencesAnswer } from "@/lib/dialects/native/notifications";
import { listPreferences, setPreference } from "@/lib/notifications/preferences";

export const GET = endpoint({
  operation: "app-list-notification-preferences",
  summary: "How the person wants to be told of what",
  permission: "profile",
  answer: PreferencesAnswer,
  input: () => undefined,
  run: listPreferences,
  print: (preferences) => ({ preferences }),
});

export const PUT = endpoint({
  operation: "app-set-notification-preference",
  summary: "Set how the person wants to be told of one kind of thing",
  permission: "profile",
  body: PreferenceBody,
  answer: PreferencesAnswer,
  input: ({ body }) => body,
  run: setPreference,
  print: (preferences) => ({ preferences }),
});
