import { endpoint } from "@/lib/dialects/native/dialect";
import { ImportPath, printFileStream } from "@/lib/dialects/native/imports";
import { FileDownload } from "@/lib/http/file-answer";
import { refusedRowsFile } from "@/lib/imports/refused-rows-file";

export const GET = endpoint({
  operation: "app-download-refused-rows",
  summary: "The refused rows of an import as a CSV file, with the reason in a last column",
  permission: "imports.write",
  path: ImportPath,
  answer: FileDownload,
  input: ({ path }) => ({ id: path.importId }),
  run: refusedRowsFile,
  print: printFileStream,
});
