import { type Context, localeOf } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { change, read } from "@/lib/data/doors";
import { lockImport, setImport } from "./internal/edit-import";
import { batchesOf } from "./internal/file-rows";
import { settleNewFields } from "./internal/new-fields";
import { People } from "./internal/people";
import { type Batch, decideBatch, readBatch } from "./internal/prepare-batch";
import { previewRow, refusedPreview, type Saying } from "./internal/preview-rows";
import { addCounts, countBatch } from "./internal/progress";
import { loadReferences } from "./internal/references";
import { importInLocation, requireImporter } from "./internal/select-imports";
import { type Import, type ImportPreview, noRows, type PreviewRow, rowKinds } from "./model/import";
import type { ImportPlan } from "./model/plan";

const rowsPerKind = 8;

/**
 * Runs an import dry: every row of the file goes the way it will go when it is run, up to the writing.
 * What is found is kept with the import until its plan changes.
 *
 * @throws NotFound; Conflict once it was started, or when its file is gone.
 */
export async function previewImport(context: Context, { id }: { id: string }): Promise<Import> {
  requireImporter(context);
  const [file, known] = await read(context, (transaction) =>
    Promise.all([importInLocation(transaction, context, id), loadReferences(transaction, context)]),
  );
  if (file.status !== "ready") throw new Conflict("import_state", "This import was started already.");
  const headings = file.columns.map(({ heading }) => heading);
  const { plan, made } = settleNewFields(file.plan, headings, known.fields);
  const references = { ...known, fields: [...known.fields, ...made] };
  const people = new People();
  const { location } = context;
  const locale = localeOf(context);
  const samples = new Samples({ references, currency: location.currency, locale }, plan.columns);
  const reading = { plan, headings, references, location, locale };
  let counts = noRows();
  for await (const records of batchesOf(context, file)) {
    const batch = await decideBatch(context, reading, readBatch(reading, records), people);
    counts = addCounts(counts, countBatch(batch));
    samples.take(batch);
  }
  const preview: ImportPreview = { plan: file.plan, counts, rows: samples.rows(), madeAt: new Date().toISOString() };
  return change(context, async (transaction) => {
    const now = await lockImport(transaction, context, id, ["ready"]);
    // A plan that was changed meanwhile has another preview.
    if (JSON.stringify(now.plan) === JSON.stringify(file.plan)) await setImport(transaction, context, id, { preview });
    return { result: { ...now, preview }, unchanged: true };
  });
}

/** The first few rows of each kind. */
class Samples {
  readonly #saying: Saying;
  readonly #columns: ImportPlan["columns"];
  readonly #rows = new Map<string, PreviewRow[]>(rowKinds.map((kind) => [kind, []]));

  constructor(saying: Saying, columns: ImportPlan["columns"]) {
    this.#saying = saying;
    this.#columns = columns;
  }

  take({ decisions, refused }: Batch): void {
    for (const decision of decisions) this.#add(decision.kind, () => previewRow(decision, this.#saying));
    for (const row of refused) this.#add("refused", () => refusedPreview(row, this.#columns));
  }

  rows(): PreviewRow[] {
    return [...this.#rows.values()].flat();
  }

  #add(kind: string, say: () => PreviewRow): void {
    const rows = this.#rows.get(kind);
    if (rows && rows.length < rowsPerKind) rows.push(say());
  }
}
