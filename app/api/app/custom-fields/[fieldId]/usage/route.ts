import { countValues } from "@/lib/custom-fields/count-values";
import { FieldParameters, FieldUsageAnswer } from "@/lib/dialects/native/custom-fields";
import { endpoint } from "@/lib/dialects/native/dialect";

export const GET = endpoint({
  operation: "app-count-custom-values",
  summary: "How many records have a value of a custom field, counted up to a thousand",
  permission: "leads.read",
  path: FieldParameters,
  answer: FieldUsageAnswer,
  input: ({ path }) => path,
  run: countValues,
  print: (usage) => usage,
});
