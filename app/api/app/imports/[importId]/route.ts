import { endpoint } from "@/lib/dialects/native/dialect";
import { ImportAnswer, ImportPath, PlanBody, printImport } from "@/lib/dialects/native/imports";
import { getImport } from "@/lib/imports/get-import";
import { planImport } from "@/lib/imports/plan-import";

export const GET = endpoint({
  operation: "app-get-import",
  summary: "An import: its columns, its plan, and how far it is",
  permission: "imports.write",
  path: ImportPath,
  answer: ImportAnswer,
  input: ({ path }) => ({ id: path.importId }),
  run: getImport,
  print: printImport,
});

export const PUT = endpoint({
  operation: "app-plan-import",
  summary: "Say how the columns of an import are read, and what is done with people known already",
  permission: "imports.write",
  path: ImportPath,
  body: PlanBody,
  answer: ImportAnswer,
  input: ({ path, body }) => ({ id: path.importId, plan: body }),
  run: planImport,
  print: printImport,
});
