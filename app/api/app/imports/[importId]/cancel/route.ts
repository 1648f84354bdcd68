import { endpoint } from "@/lib/dialects/native/dialect";
import { ImportAnswer, ImportPath, printImport } from "@/lib/dialects/native/imports";
import { cancelImport } from "@/lib/imports/cancel-import";

export const POST = endpoint({
  operation: "app-cancel-import",
  summary: "Stop an import, or give it up before it was started",
  permission: "imports.write",
  path: ImportPath,
  answer: ImportAnswer,
  input: ({ path }) => ({ id: path.importId }),
  run: cancelImport,
  print: printImport,
});
