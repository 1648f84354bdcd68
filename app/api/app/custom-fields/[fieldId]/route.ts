import { deleteField, updateField } from "@/lib/custom-fields/update-field";
import { FieldAnswer, FieldBody, FieldParameters, printField } from "@/lib/dialects/native/custom-fields";
import { endpoint } from "@/lib/dialects/native/dialect";
import { Done } from "@/lib/dialects/native/session";

export const PATCH = endpoint({
  operation: "app-update-custom-field",
  summary: "Rename a custom field, change its type, options or heading; what is left out stays",
  permission: "settings.write",
  path: FieldParameters,
  body: FieldBody,
  answer: FieldAnswer,
  input: ({ path, body }) => ({ ...path, ...body }),
  run: updateField,
  print: printField,
});

export const DELETE = endpoint({
  operation: "app-delete-custom-field",
  summary: "Take a custom field away; its values are kept for 30 days, in which that can be undone",
  permission: "settings.write",
  path: FieldParameters,
  answer: Done,
  input: ({ path }) => path,
  run: deleteField,
  print: () => ({ done: true as const }),
});
