import { endpoint } from "@/lib/dialects/native/dialect";
import { ImportPath, ImportRowsAnswer, ImportRowsQuery, printImportRows } from "@/lib/dialects/native/imports";
import { listImportRows } from "@/lib/imports/list-import-rows";

export const GET = endpoint({
  operation: "app-list-import-rows",
  summary: "The rows of an import that were refused, and those that an undo left, with the reason",
  permission: "imports.write",
  path: ImportPath,
  query: ImportRowsQuery,
  answer: ImportRowsAnswer,
  input: ({ path, query }) => ({ id: path.importId, ...query }),
  run: listImportRows,
  print: printImportRows,
});
