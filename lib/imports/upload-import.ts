import { imports } from "@/db/schema/imports";
import { type Context, localeOf, userIdOf } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { keepFile } from "@/lib/files/keep-file";
import { cleanFileName } from "@/lib/files/model";
import { newId } from "@/lib/kit/id";
import { inspectFile } from "./inspect-file";
import { loadReferences } from "./internal/references";
import { importInLocation, requireImporter } from "./internal/select-imports";
import { suggestPlan } from "./internal/suggest-plan";
import { type Import, noRows } from "./model/import";

export type UploadImport = { fileName: string; file: Blob };

/**
 * Takes a CSV file in: it is looked at, kept, and given the plan that it suggests itself. Nothing of it
 * is a lead yet.
 *
 * @throws Invalid (field `file`) for a file that can not be imported; Forbidden for who does not see
 * all leads; Unavailable when the storage does not take it.
 */
export async function uploadImport(context: Context, { fileName, file }: UploadImport): Promise<Import> {
  requireImporter(context);
  const { columns, ...found } = await inspectFile(file, localeOf(context));
  const references = await read(context, (transaction) => loadReferences(transaction, context));
  const storageKey = `${context.location.id}/${newId()}`;
  await keepFile(context, storageKey, file);
  return change(context, async (transaction) => {
    const id = newId();
    const name = cleanFileName(fileName);
    await transaction.insert(imports).values({
      locationId: context.location.id,
      id,
      fileName: name,
      sizeBytes: file.size,
      storageKey,
      ...found,
      columns,
      plan: suggestPlan(columns, references, context.location),
      counts: noRows(),
      createdById: userIdOf(context),
    });
    return {
      result: await importInLocation(transaction, context, id),
      events: [{ type: "import.uploaded", subject: { type: "import", id }, after: { fileName: name, ...found } }],
    };
  });
}
