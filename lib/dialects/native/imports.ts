import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { FileAnswer } from "@/lib/http/file-answer";
import type { ImportChoices } from "@/lib/imports/list-import-choices";
import type { ToldPage } from "@/lib/imports/list-import-rows";
import type { ImportPage } from "@/lib/imports/list-imports";
import { targetLabels } from "@/lib/imports/messages";
import { type Import, rowKinds } from "@/lib/imports/model/import";
import { ImportPlan } from "@/lib/imports/model/plan";
import { newFieldTypes, targetFields } from "@/lib/imports/model/targets";
import { wordFor } from "@/lib/kit/language";
import { asOf, id, isoOrNull, time } from "./fields";

export const ImportPath = z.object({ importId: id });

export const UploadImportQuery = z.object({
  fileName: z.string().min(1).max(255).default("leads.csv").describe("The name under which people know the file."),
});

export const ImportsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: id.optional(),
});

export const ImportRowsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.coerce.number().int().min(0).default(0),
});

const counts = z.object({
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  duplicate: z.int(),
  refused: z.int(),
});

const PreviewRow = z.object({
  line: z.int(),
  kind: z.enum(rowKinds),
  name: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  reason: z.string().nullable(),
});

export const ImportAnswer = z.object({
  id: z.string(),
  number: z.int(),
  fileName: z.string(),
  sizeBytes: z.int(),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
  delimiter: z.enum([",", ";", "\t"]),
  program: z.string().nullable().describe("The program whose export it seems to be."),
  columns: z.array(z.object({ heading: z.string(), samples: z.array(z.string()) })),
  rowCount: z.int(),
  status: z.enum(["ready", "running", "done", "cancelled", "failed", "undoing", "undone"]),
  plan: ImportPlan,
  preview: z
    .object({ counts, rows: z.array(PreviewRow), madeAt: time })
    .nullable()
    .describe("What a dry run of the present plan found; null until one was made."),
  rowsDone: z.int(),
  counts: counts.describe("The rows that are done, by what they came to."),
  undo: z
    .object({ rowsDone: z.int(), rowsTotal: z.int(), removed: z.int(), restored: z.int(), kept: z.int() })
    .nullable(),
  failure: z.string().nullable(),
  createdByName: z.string().nullable(),
  createdAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
  undoneAt: time.nullable(),
  asOf: time,
  timeZone: z.string(),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const ImportsAnswer = z.object({ imports: z.array(ImportAnswer), next: z.string().nullable() });
export type ImportsAnswer = z.infer<typeof ImportsAnswer>;

export const PlanBody = ImportPlan;
export type PlanBody = z.input<typeof PlanBody>;

export const ImportRowsAnswer = z.object({
  headings: z.array(z.string()),
  rows: z.array(
    z.object({
      position: z.int(),
      line: z.int(),
      kind: z.enum(["new", "changed", "refused"]),
      leadId: z.string().nullable(),
      reason: z.string(),
      cells: z.array(z.string()),
    }),
  ),
  next: z.int().nullable(),
});
export type ImportRowsAnswer = z.infer<typeof ImportRowsAnswer>;

export const ImportChoicesAnswer = z.object({
  fields: z.array(
    z.object({ target: z.string(), label: z.string(), of: z.enum(["contact", "lead"]), kind: z.string() }),
  ),
  customFields: z.array(z.object({ target: z.string(), label: z.string(), type: z.string() })),
  newFieldTypes: z.array(z.enum(newFieldTypes)),
  stages: z.array(z.object({ id: z.string(), name: z.string(), pipelineName: z.string() })),
  members: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ImportChoicesAnswer = z.infer<typeof ImportChoicesAnswer>;

type Printing = Pick<Context, "now" | "actor" | "location">;

/** An import as the wire shows it. */
export const printImport = (
  { hasFile: _hasFile, preview, createdAt, startedAt, finishedAt, undoneAt, ...file }: Import,
  context: Printing,
): z.input<typeof ImportAnswer> => ({
  ...file,
  preview: preview && { counts: preview.counts, rows: preview.rows, madeAt: preview.madeAt },
  createdAt: createdAt.toISOString(),
  startedAt: isoOrNull(startedAt),
  finishedAt: isoOrNull(finishedAt),
  undoneAt: isoOrNull(undoneAt),
  ...asOf(context),
});

/** A page of imports as the wire shows it. */
export const printImports = ({ imports, next }: ImportPage, context: Printing): z.input<typeof ImportsAnswer> => ({
  imports: imports.map((each) => printImport(each, context)),
  next,
});

export const printImportRows = (page: ToldPage): z.input<typeof ImportRowsAnswer> => page;

/** What columns can fill, as the wire shows it. */
export const printChoices = ({ fields, stages, members }: ImportChoices): z.input<typeof ImportChoicesAnswer> => ({
  fields: Object.entries(targetFields).map(([target, { of, kind }]) => ({
    target,
    label: wordFor(targetLabels, target),
    of,
    kind,
  })),
  customFields: fields.map(({ id: fieldId, name, dataType }) => ({
    target: `custom:${fieldId}`,
    label: name,
    type: dataType,
  })),
  newFieldTypes: [...newFieldTypes],
  stages: stages.map(({ id: stageId, name, pipelineName }) => ({ id: stageId, name, pipelineName })),
  members: members.map(({ id: memberId, name }) => ({ id: memberId, name })),
});

export const printFileStream = (file: { fileName: string; mediaType: string; stream: ReadableStream<Uint8Array> }) =>
  new FileAnswer(file);
