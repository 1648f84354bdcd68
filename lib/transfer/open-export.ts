import type { Context } from "@/lib/access/context";
import { NotFound, Unavailable } from "@/lib/access/errors";
import { read } from "@/lib/data/doors";
import { storage } from "@/lib/providers/storage/configured";
import { isExport, selectExports } from "./internal/select-exports";

/** The file of an export. */
export type ExportFile = {
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  stream: ReadableStream<Uint8Array>;
};

/**
 * The file of an export that is done. Whoever opens it reads the stream to its end or cancels it.
 *
 * @throws NotFound; Unavailable when the storage does not give the bytes.
 */
export async function openExport(context: Context, { id }: { id: string }): Promise<ExportFile> {
  const [found] = await read(context, (transaction) => selectExports(transaction).where(isExport(context, id)));
  if (!found?.row.storageKey) throw new NotFound("export");
  try {
    const { stream, sizeBytes } = await (await storage()).get(found.row.storageKey);
    return { fileName: found.row.fileName, mediaType: "application/zip", sizeBytes, stream };
  } catch (error) {
    throw new Unavailable("The content of this file can not be read right now.", { cause: error });
  }
}
