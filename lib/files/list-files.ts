import { asc } from "drizzle-orm";
import { attachments } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { attachmentOf, attachmentsOf, selectAttachments } from "./internal/select-attachments";
import type { Attachment } from "./model";

/** The files of a lead that the caller was found to be allowed to read, oldest first. */
export function listFiles(context: Context, opportunityId: string): Promise<Attachment[]> {
  return read(context, async (transaction) => {
    const rows = await selectAttachments(transaction)
      .where(attachmentsOf(context, opportunityId))
      .orderBy(asc(attachments.id));
    return rows.map(attachmentOf);
  });
}
