import { endpoint } from "@/lib/dialects/native/dialect";
import { ImportChoicesAnswer, printChoices } from "@/lib/dialects/native/imports";
import { listImportChoices } from "@/lib/imports/list-import-choices";

export const GET = endpoint({
  operation: "app-list-import-choices",
  summary: "What the columns of an import can fill, and the stages and members a plan can name",
  permission: "imports.write",
  answer: ImportChoicesAnswer,
  input: () => undefined,
  run: listImportChoices,
  print: printChoices,
});
