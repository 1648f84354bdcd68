import { and, eq } from "drizzle-orm";
import { attachments } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { attachmentsOf } from "./internal/select-attachments";
import type { FileReference } from "./open-file";

/**
 * Deletes a file of a lead that the caller was found to be allowed to work on. Row and bytes stay for
 * 30 days, the bytes longer where another attachment has them.
 *
 * @throws NotFound.
 */
export function deleteFile(
  context: Context,
  { opportunityId, id, contactId }: FileReference & { contactId: string },
): Promise<void> {
  return change(context, async (transaction) => {
    const [deleted] = await transaction
      .update(attachments)
      .set({ deletedAt: context.now, updatedAt: context.now })
      .where(and(attachmentsOf(context, opportunityId), eq(attachments.id, id)))
      .returning({ fileName: attachments.fileName, sizeBytes: attachments.sizeBytes });
    if (!deleted) throw new NotFound("file");
    const subject = { type: "attachment", id };
    return {
      result: undefined,
      events: [{ type: "attachment.deleted", subject, contactId, opportunityId, before: deleted }],
    };
  });
}
