import { arrangeFields } from "@/lib/custom-fields/arrange-fields";
import { createField } from "@/lib/custom-fields/create-field";
import { listFields } from "@/lib/custom-fields/list-fields";
import { recordTypes } from "@/lib/custom-fields/model";
import {
  CreateFieldBody,
  FieldAnswer,
  FieldArrangementBody,
  FieldsAnswer,
  printField,
  printFields,
} from "@/lib/dialects/native/custom-fields";
import { endpoint } from "@/lib/dialects/native/dialect";

export const GET = endpoint({
  operation: "app-list-custom-fields",
  summary: "The custom fields of leads and contacts, in their order",
  permission: "leads.read",
  answer: FieldsAnswer,
  input: () => ({ recordTypes }),
  run: listFields,
  print: printFields,
});

export const POST = endpoint({
  operation: "app-create-custom-field",
  summary: "Add a custom field to leads or contacts, behind the others",
  permission: "settings.write",
  body: CreateFieldBody,
  answer: FieldAnswer,
  status: 201,
  input: ({ body }) => body,
  run: createField,
  print: printField,
});

export const PUT = endpoint({
  operation: "app-arrange-custom-fields",
  summary: "Put the fields of leads or contacts in another order, and under other headings",
  permission: "settings.write",
  body: FieldArrangementBody,
  answer: FieldsAnswer,
  input: ({ body }) => body,
  run: arrangeFields,
  print: printFields,
});
