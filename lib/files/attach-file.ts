import { and, eq } from "drizzle-orm";
import { attachments } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import { Invalid, Unreadable } from "@/lib/access/errors";
import { environment } from "@/lib/config/environment";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { inspectFile } from "./inspect-file";
import { attachmentOf, attachmentsOf, selectAttachments } from "./internal/select-attachments";
import { keepFile } from "./keep-file";
import { mediaTypeOf } from "./media-type";
import { type Attachment, cleanFileName } from "./model";

/** The file's name and type are what its sender says. */
export type AttachFile = { contactId: string; opportunityId: string; file: File };

/**
 * Keeps a file of a lead, which the caller was found to be allowed to work on.
 *
 * @throws Unreadable (`too_large`) above UPLOAD_LIMIT_BYTES; Invalid for a form whose file was not
 * chosen; Unavailable when the storage does not take it.
 */
export async function attachFile(
  context: Context,
  { contactId, opportunityId, file }: AttachFile,
): Promise<Attachment> {
  if (file.size > environment.UPLOAD_LIMIT_BYTES)
    throw new Unreadable("too_large", `The file is too large. Send at most ${environment.UPLOAD_LIMIT_BYTES} bytes.`);
  if (file.size === 0 && file.name === "") throw Invalid.field("file", "required", "Choose a file.");

  const { sha256, ...content } = await inspectFile(file);
  const fileName = cleanFileName(file.name);
  const storageKey = `${context.location.id}/${newId()}`;
  await keepFile(context, storageKey, file);
  const id = newId();
  return change(context, async (transaction) => {
    await transaction.insert(attachments).values({
      locationId: context.location.id,
      id,
      opportunityId,
      fileName,
      mediaType: mediaTypeOf(content, fileName, file.type),
      sizeBytes: file.size,
      sha256,
      storageKey,
      createdById: userIdOf(context),
    });
    const [row] = await selectAttachments(transaction).where(
      and(attachmentsOf(context, opportunityId), eq(attachments.id, id)),
    );
    if (!row) throw new Error("An attachment that was just made is not there.");
    const subject = { type: "attachment", id };
    const after = { fileName, sizeBytes: row.sizeBytes };
    return {
      result: attachmentOf(row),
      events: [{ type: "attachment.created", subject, contactId, opportunityId, after }],
    };
  });
}
