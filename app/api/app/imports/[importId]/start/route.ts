import { endpoint } from "@/lib/dialects/native/dialect";
import { ImportAnswer, ImportPath, printImport } from "@/lib/dialects/native/imports";
import { startImport } from "@/lib/imports/start-import";

export const POST = endpoint({
  operation: "app-start-import",
  summary: "Start an import; a job writes its rows",
  permission: "imports.write",
  path: ImportPath,
  answer: ImportAnswer,
  input: ({ path }) => ({ id: path.importId }),
  run: startImport,
  print: printImport,
});
