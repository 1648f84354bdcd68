import { z } from "zod";
import { type Context, zoneOf } from "@/lib/access/context";
import { FileAnswer } from "@/lib/http/file-answer";
import { isId } from "@/lib/kit/id";
import type { LocationExport } from "@/lib/transfer/model";
import type { ExportFile } from "@/lib/transfer/open-export";

export const ExportPath = z.object({ exportId: z.string().refine(isId, "This is not an id.") });

export const ExportAnswer = z.object({
  id: z.string(),
  status: z.enum(["waiting", "running", "done", "failed"]),
  fileName: z.string(),
  sizeBytes: z.int().nullable(),
  recordsDone: z.int(),
  failure: z.string().nullable(),
  createdByName: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ExportAnswer = z.infer<typeof ExportAnswer>;

export const ExportsAnswer = z.object({ exports: z.array(ExportAnswer), asOf: z.iso.datetime(), timeZone: z.string() });
export type ExportsAnswer = z.infer<typeof ExportsAnswer>;

/** An export as the wire shows it. */
export const printExport = ({ createdAt, finishedAt, ...made }: LocationExport): z.input<typeof ExportAnswer> => ({
  ...made,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt && finishedAt.toISOString(),
});

export const printExports = (
  exports: LocationExport[],
  { now, actor, location }: Context,
): z.input<typeof ExportsAnswer> => ({
  exports: exports.map(printExport),
  asOf: now.toISOString(),
  timeZone: zoneOf({ actor, location }),
});

export const printExportFile = (file: ExportFile) => new FileAnswer(file);
