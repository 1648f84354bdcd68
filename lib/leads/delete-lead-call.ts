import type { Context } from "@/lib/access/context";
import { deleteCall } from "@/lib/calls/delete-call";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";

/** Deletes a call of a lead. @throws NotFound for a lead that the caller may not read; and as deleteCall. */
export async function deleteLeadCall(
  context: Context,
  { lead: reference, id }: { lead: LeadReference; id: string },
): Promise<void> {
  const lead = await getLead(context, reference);
  await deleteCall(context, { id, opportunityId: lead.id });
}
