import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { FileAnswer } from "@/lib/http/file-answer";
import type { LocationExport } from "@/lib/transfer/model";
import type { ExportFile } from "@/lib/transfer/open-export";
import { asOf, id, time } from "./fields";

export const ExportPath = z.object({ exportId: id });

export const ExportAnswer = z.object({
  id: z.string(),
  status: z.enum(["waiting", "running", "done", "failed"]),
  fileName: z.string(),
  sizeBytes: z.int().nullable(),
  recordsDone: z.int(),
  failure: z.string().nullable(),
  createdByName: z.string().nullable(),
  createdAt: time,
  finishedAt: time.nullable(),
});
export type ExportAnswer = z.infer<typeof ExportAnswer>;

export const ExportsAnswer = z.object({ exports: z.array(ExportAnswer), asOf: time, timeZone: z.string() });
export type ExportsAnswer = z.infer<typeof ExportsAnswer>;

/** An export as the wire shows it. */
export const printExport = ({ createdAt, finishedAt, ...made }: LocationExport): z.input<typeof ExportAnswer> => ({
  ...made,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt && finishedAt.toISOString(),
});

export const printExports = (exports: LocationExport[], context: Context): z.input<typeof ExportsAnswer> => ({
  exports: exports.map(printExport),
  ...asOf(context),
});

export const printExportFile = (file: ExportFile) => new FileAnswer(file);
