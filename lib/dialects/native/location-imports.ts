import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { LocationImport, LocationImports } from "@/lib/transfer/model";
import { asOf, time } from "./fields";

export const UploadLocationQuery = z.object({
  fileName: z.string().min(1).max(255).default("location.zip").describe("The name under which people know the file."),
});

export const LocationImportAnswer = z.object({
  id: z.string(),
  status: z.enum(["waiting", "running", "done", "failed"]),
  fileName: z.string(),
  sizeBytes: z.int(),
  recordsTotal: z.int().describe("As the file says."),
  recordsDone: z.int(),
  files: z.int(),
  usersKnown: z.int().describe("People who were known by their email."),
  usersMade: z.int().describe("People who were added, without a password."),
  failure: z.string().nullable(),
  createdByName: z.string().nullable(),
  createdAt: time,
  finishedAt: time.nullable(),
});
export type LocationImportAnswer = z.infer<typeof LocationImportAnswer>;

export const LocationImportsAnswer = z.object({
  imports: z.array(LocationImportAnswer),
  isEmpty: z.boolean().describe("Whether the location takes an export in: it has no contact and no lead."),
  asOf: time,
  timeZone: z.string(),
});
export type LocationImportsAnswer = z.infer<typeof LocationImportsAnswer>;

export const printLocationImport = ({
  createdAt,
  finishedAt,
  ...made
}: LocationImport): z.input<typeof LocationImportAnswer> => ({
  ...made,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt && finishedAt.toISOString(),
});

export const printLocationImports = (
  { imports, isEmpty }: LocationImports,
  context: Context,
): z.input<typeof LocationImportsAnswer> => ({
  ...asOf(context),
  imports: imports.map(printLocationImport),
  isEmpty,
});
