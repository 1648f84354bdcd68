import { endpoint } from "@/lib/dialects/native/dialect";
import { ExportPath, printExportFile } from "@/lib/dialects/native/exports";
import { FileDownload } from "@/lib/http/file-answer";
import { openExport } from "@/lib/transfer/open-export";

export const GET = endpoint({
  operation: "app-download-export",
  summary: "The file of an export that is done",
  permission: "settings.write",
  path: ExportPath,
  answer: FileDownload,
  input: ({ path }) => ({ id: path.exportId }),
  run: openExport,
  print: printExportFile,
});
