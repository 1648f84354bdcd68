import { endpoint } from "@/lib/dialects/native/dialect";
import {
  ImportAnswer,
  ImportsAnswer,
  ImportsQuery,
  printImport,
  printImports,
  UploadImportQuery,
} from "@/lib/dialects/native/imports";
import { UploadBody } from "@/lib/http/read-upload";
import { listImports } from "@/lib/imports/list-imports";
import { importLimits } from "@/lib/imports/model/file";
import { uploadImport } from "@/lib/imports/upload-import";

export const GET = endpoint({
  operation: "app-list-imports",
  summary: "The imports of the location, the last first",
  permission: "imports.write",
  query: ImportsQuery,
  answer: ImportsAnswer,
  input: ({ query }) => query,
  run: listImports,
  print: printImports,
});

export const POST = endpoint({
  operation: "app-upload-import",
  summary: "Upload a CSV file of leads; nothing is written until it is started",
  description:
    "The body is the file itself: at most 50 MB and 100,000 rows; comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252. The answer has the plan that the file suggests.",
  permission: "imports.write",
  query: UploadImportQuery,
  body: UploadBody,
  takesUpload: { limitBytes: importLimits.bytes },
  answer: ImportAnswer,
  status: 201,
  input: ({ body, query }) => ({ file: body.file, fileName: query.fileName }),
  run: uploadImport,
  print: printImport,
});
