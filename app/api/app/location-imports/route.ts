import { endpoint } from "@/lib/dialects/native/dialect";
import {
  LocationImportAnswer,
  LocationImportsAnswer,
  printLocationImport,
  printLocationImports,
  UploadLocationQuery,
} from "@/lib/dialects/native/location-imports";
import { UploadBody } from "@/lib/http/read-upload";
import { listLocationImports } from "@/lib/transfer/list-location-imports";
import { largestImportBytes } from "@/lib/transfer/model";
import { startLocationImport } from "@/lib/transfer/start-location-import";

export const GET = endpoint({
  operation: "app-list-location-imports",
  summary: "The exports that were read into the location, and whether it takes one in",
  permission: "settings.write",
  answer: LocationImportsAnswer,
  input: () => undefined,
  run: listLocationImports,
  print: printLocationImports,
});

export const POST = endpoint({
  operation: "app-start-location-import",
  summary: "Upload the export of a location; a job reads it into this one, which has to be empty",
  description:
    "The body is the file itself: at most 2 GB. All of it is read in, or nothing. People are found by their email; those who are not known are added without a password.",
  permission: "settings.write",
  query: UploadLocationQuery,
  body: UploadBody,
  takesUpload: { limitBytes: largestImportBytes },
  answer: LocationImportAnswer,
  status: 201,
  failures: [409],
  input: ({ body, query }) => ({ file: body.file, fileName: query.fileName }),
  run: startLocationImport,
  print: printLocationImport,
});
