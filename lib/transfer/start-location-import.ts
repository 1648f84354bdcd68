import { locationImports } from "@/db/schema/imports";
import { type Context, userIdOf } from "@/lib/access/context";
import { Conflict, Invalid } from "@/lib/access/errors";
import { change, read } from "@/lib/data/doors";
import { keepFile } from "@/lib/files/keep-file";
import { cleanFileName } from "@/lib/files/model";
import { queueJob } from "@/lib/jobs/queue-job";
import { newId } from "@/lib/kit/id";
import { SetupError } from "@/lib/kit/setup-error";
import { isEmptyLocation } from "./internal/is-empty-location";
import { isLocationImport, locationImportOf, selectLocationImports } from "./internal/select-location-imports";
import type { LocationImport } from "./model";
import { inspectLocationFile } from "./read-location";

export type StartLocationImport = { fileName: string; file: Blob };

/**
 * Takes the export of a location in, to be read into the caller's by a job.
 *
 * @throws Conflict (rule `not_empty`) for a location that has contacts or leads, (`under_way`) while another
 * file is read in; Invalid at `file` for what is no export; Unavailable when the storage does not take it.
 */
export async function startLocationImport(
  context: Context,
  { fileName, file }: StartLocationImport,
): Promise<LocationImport> {
  const { id: locationId } = context.location;
  if (!(await read(context, (transaction) => isEmptyLocation(transaction, locationId))))
    throw new Conflict(
      "not_empty",
      "This location has leads or contacts already. Only an empty one takes an export in.",
    );
  const { records } = await inspect(file);
  const storageKey = `${locationId}/${newId()}`;
  await keepFile(context, storageKey, file);
  return change(context, async (transaction) => {
    const id = newId();
    const name = cleanFileName(fileName);
    const made = await transaction
      .insert(locationImports)
      .values({
        locationId,
        id,
        fileName: name,
        sizeBytes: file.size,
        storageKey,
        recordsTotal: records,
        createdById: userIdOf(context),
      })
      .onConflictDoNothing()
      .returning({ id: locationImports.id });
    if (made.length === 0) throw new Conflict("under_way", "Another file is read into this location just now.");
    await queueJob(transaction, "import_location", { locationId, importId: id }, { key: id });
    const [row] = await selectLocationImports(transaction).where(isLocationImport(context, id));
    if (!row) throw new Error("An import that was just made is not there.");
    return { result: locationImportOf(row), unchanged: true };
  });
}

async function inspect(file: Blob): Promise<{ records: number }> {
  try {
    return await inspectLocationFile(file);
  } catch (error) {
    if (error instanceof SetupError) throw Invalid.field("file", "no_export", error.message);
    throw error;
  }
}
