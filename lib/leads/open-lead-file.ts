import type { Context } from "@/lib/access/context";
import { openFile } from "@/lib/files/open-file";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";

/** One file of a lead. */
export type LeadFileReference = { lead: LeadReference; id: string };

/** A file of a lead with its bytes. @throws NotFound for a lead that the caller may not read; what `openFile` throws. */
export async function openLeadFile(context: Context, { lead: reference, id }: LeadFileReference) {
  const lead = await getLead(context, reference);
  return openFile(context, { opportunityId: lead.id, id });
}
