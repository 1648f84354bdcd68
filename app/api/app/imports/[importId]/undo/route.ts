import { endpoint } from "@/lib/dialects/native/dialect";
import { ImportAnswer, ImportPath, printImport } from "@/lib/dialects/native/imports";
import { undoImport } from "@/lib/imports/undo-import";

export const POST = endpoint({
  operation: "app-undo-import",
  summary: "Take back what an import did; a job does it",
  permission: "imports.write",
  path: ImportPath,
  answer: ImportAnswer,
  input: ({ path }) => ({ id: path.importId }),
  run: undoImport,
  print: printImport,
});
