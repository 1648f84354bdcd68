import type { Context } from "@/lib/access/context";
import { listFiles } from "@/lib/files/list-files";
import type { Attachment } from "@/lib/files/model";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";

/** The files of a lead, oldest first. @throws NotFound for a lead that the caller may not read. */
export async function listLeadFiles(context: Context, reference: LeadReference): Promise<Attachment[]> {
  const lead = await getLead(context, reference);
  return listFiles(context, lead.id);
}
