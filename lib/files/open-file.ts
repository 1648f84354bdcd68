import { and, eq } from "drizzle-orm";
import { attachments } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { NotFound, Unavailable } from "@/lib/access/errors";
import { read } from "@/lib/data/doors";
import { storage } from "@/lib/providers/storage/configured";
import { attachmentOf, attachmentsOf, selectAttachments } from "./internal/select-attachments";
import type { Attachment } from "./model";

/** One file, by its id and that of its lead. */
export type FileReference = { opportunityId: string; id: string };

/**
 * A file of a lead that the caller was found to be allowed to read, and its bytes. Whoever opens it
 * reads the stream to its end or cancels it.
 *
 * @throws NotFound; Unavailable when the storage does not give the bytes.
 */
export async function openFile(
  context: Context,
  { opportunityId, id }: FileReference,
): Promise<Attachment & { stream: ReadableStream<Uint8Array> }> {
  const [row] = await read(context, (transaction) =>
    selectAttachments(transaction).where(and(attachmentsOf(context, opportunityId), eq(attachments.id, id))),
  );
  if (!row) throw new NotFound("file");
  try {
    const { stream } = await (await storage()).get(row.storageKey);
    return { ...attachmentOf(row), stream };
  } catch (error) {
    throw new Unavailable("The content of this file can not be read right now.", { cause: error });
  }
}
