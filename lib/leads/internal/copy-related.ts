import { and, asc, eq, isNull } from "drizzle-orm";
import { attachments, checklistItems } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import type { Lead } from "@/lib/leads/model";
import { leadEvent } from "./edit-lead";

/** Gives a lead the checklist of another, with nothing ticked off. */
export async function copyChecklist(transaction: Transaction, context: Context, from: Lead, to: Lead): Promise<void> {
  const { id: locationId } = context.location;
  const items = await transaction
    .select({ text: checklistItems.text, position: checklistItems.position })
    .from(checklistItems)
    .where(and(eq(checklistItems.locationId, locationId), eq(checklistItems.opportunityId, from.id)))
    .orderBy(asc(checklistItems.position), asc(checklistItems.id));
  const rows = items.map((item) => ({ ...item, locationId, id: newId(), opportunityId: to.id }));
  if (rows.length > 0) await transaction.insert(checklistItems).values(rows);
}

/** Gives a lead the files of another: rows of its own over the same bytes. Answers an event for each. */
export async function copyFiles(transaction: Transaction, context: Context, from: Lead, to: Lead): Promise<NewEvent[]> {
  const { id: locationId } = context.location;
  const files = await transaction
    .select({
      fileName: attachments.fileName,
      mediaType: attachments.mediaType,
      sizeBytes: attachments.sizeBytes,
      sha256: attachments.sha256,
      storageKey: attachments.storageKey,
    })
    .from(attachments)
    .where(
      and(
        eq(attachments.locationId, locationId),
        eq(attachments.opportunityId, from.id),
        isNull(attachments.deletedAt),
      ),
    )
    .orderBy(asc(attachments.id));
  const createdById = userIdOf(context);
  const rows = files.map((file) => ({ ...file, locationId, id: newId(), opportunityId: to.id, createdById }));
  if (rows.length > 0) await transaction.insert(attachments).values(rows);
  return rows.map(({ id, fileName, sizeBytes }) => ({
    ...leadEvent(to, { type: "attachment.created", after: { fileName, sizeBytes } }),
    subject: { type: "attachment", id },
  }));
}
