import { ContactRulesShape } from "@/lib/dialects/native/contact-rules";
import { endpoint } from "@/lib/dialects/native/dialect";
import { readContactRules, saveContactRules } from "@/lib/locations/contact-rules";

export const GET = endpoint({
  operation: "app-read-contact-rules",
  summary: "How the location tells whether two contacts are one person",
  permission: "settings.read",
  answer: ContactRulesShape,
  input: () => undefined,
  run: readContactRules,
  print: (rules) => rules,
});

export const PUT = endpoint({
  operation: "app-save-contact-rules",
  summary: "Set how the location tells whether two contacts are one person",
  permission: "settings.write",
  body: ContactRulesShape,
  answer: ContactRulesShape,
  input: ({ body }) => body,
  run: saveContactRules,
  print: (rules) => rules,
});
