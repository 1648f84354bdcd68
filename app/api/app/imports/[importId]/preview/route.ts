import { endpoint } from "@/lib/dialects/native/dialect";
import { ImportAnswer, ImportPath, printImport } from "@/lib/dialects/native/imports";
import { previewImport } from "@/lib/imports/preview-import";

export const POST = endpoint({
  operation: "app-preview-import",
  summary: "Run an import dry: what every row would come to",
  permission: "imports.write",
  path: ImportPath,
  answer: ImportAnswer,
  input: ({ path }) => ({ id: path.importId }),
  run: previewImport,
  print: printImport,
});
