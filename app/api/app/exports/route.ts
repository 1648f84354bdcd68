import { endpoint } from "@/lib/dialects/native/dialect";
import { ExportAnswer, ExportsAnswer, printExport, printExports } from "@/lib/dialects/native/exports";
import { listExports } from "@/lib/transfer/list-exports";
import { startExport } from "@/lib/transfer/start-export";

export const GET = endpoint({
  operation: "app-list-exports",
  summary: "The exports of the whole location, the last first",
  permission: "settings.write",
  answer: ExportsAnswer,
  input: () => undefined,
  run: listExports,
  print: printExports,
});

export const POST = endpoint({
  operation: "app-start-export",
  summary: "Ask for everything of the location in one ZIP file; a job writes it",
  permission: "settings.write",
  answer: ExportAnswer,
  status: 201,
  input: () => undefined,
  run: startExport,
  print: printExport,
});
