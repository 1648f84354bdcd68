import type { Context } from "@/lib/access/context";
import { attachFile } from "@/lib/files/attach-file";
import type { Attachment } from "@/lib/files/model";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";

/**
 * Keeps a file of a lead.
 *
 * @throws NotFound for a lead that the caller may not read; what `attachFile` throws.
 */
export async function attachLeadFile(
  context: Context,
  { lead: reference, file }: { lead: LeadReference; file: File },
): Promise<Attachment> {
  const lead = await getLead(context, reference);
  return attachFile(context, { contactId: lead.contact.id, opportunityId: lead.id, file });
}
