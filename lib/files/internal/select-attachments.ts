import { and, eq, isNull, type SQL } from "drizzle-orm";
import { attachments } from "@/db/schema/activity";
import { users } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { Attachment } from "@/lib/files/model";

/** Attachments with who added them. The storage key is for this folder alone. */
export const selectAttachments = (transaction: ReadTransaction) =>
  transaction
    .select({
      id: attachments.id,
      opportunityId: attachments.opportunityId,
      fileName: attachments.fileName,
      mediaType: attachments.mediaType,
      sizeBytes: attachments.sizeBytes,
      sha256: attachments.sha256,
      storageKey: attachments.storageKey,
      createdAt: attachments.createdAt,
      createdBy: { id: users.id, name: users.name },
    })
    .from(attachments)
    .leftJoin(users, eq(users.id, attachments.createdById));

type Row = Awaited<ReturnType<typeof selectAttachments>>[number];

/** A row as the rest of the program knows it. */
export const attachmentOf = ({ storageKey: _, ...row }: Row): Attachment => row;

/** The attachments of one lead of the location that are not deleted. */
export const attachmentsOf = ({ location }: Context, opportunityId: string): SQL | undefined =>
  and(
    eq(attachments.locationId, location.id),
    eq(attachments.opportunityId, opportunityId),
    isNull(attachments.deletedAt),
  );
