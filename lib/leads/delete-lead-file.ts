import type { Context } from "@/lib/access/context";
import { deleteFile } from "@/lib/files/delete-file";
import { getLead } from "./get-lead";
import type { LeadFileReference } from "./open-lead-file";

/** Deletes a file of a lead; what shares its bytes keeps them. @throws NotFound, also for a lead that the caller may not read. */
export async function deleteLeadFile(context: Context, { lead: reference, id }: LeadFileReference): Promise<void> {
  const lead = await getLead(context, reference);
  await deleteFile(context, { opportunityId: lead.id, contactId: lead.contact.id, id });
}
