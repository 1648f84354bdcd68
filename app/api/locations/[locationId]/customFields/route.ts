import { createField } from "@/lib/custom-fields/create-field";
import { listFields } from "@/lib/custom-fields/list-fields";
import {
  CreateFieldBody,
  createFieldOf,
  FieldAnswer,
  FieldsAnswer,
  FieldsPath,
  FieldsQuery,
  printField,
  recordTypesOf,
} from "@/lib/dialects/highlevel/custom-field";
import { operation } from "@/lib/dialects/highlevel/operation";

export const GET = operation("locations-get-custom-fields", {
  path: FieldsPath,
  query: FieldsQuery,
  answer: FieldsAnswer,
  input: ({ query }) => ({ recordTypes: recordTypesOf(query) }),
  run: listFields,
  print: (fields, context) => ({ customFields: fields.map((field) => printField(field, context)) }),
});

export const POST = operation("locations-create-custom-field", {
  path: FieldsPath,
  body: CreateFieldBody,
  answer: FieldAnswer,
  input: ({ body }) => createFieldOf(body),
  run: createField,
  print: (field, context) => ({ customField: printField(field, context) }),
});
