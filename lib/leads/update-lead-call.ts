import type { Context } from "@/lib/access/context";
import { updateCall, type UpdateCall } from "@/lib/calls/update-call";
import { together } from "@/lib/data/doors";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";

/** Changes a call of a lead. @throws NotFound for a lead that the caller may not read; and as updateCall. */
export function updateLeadCall(
  context: Context,
  { lead: reference, ...update }: Omit<UpdateCall, "opportunityId"> & { lead: LeadReference },
): Promise<void> {
  return together(context, async (inside) => {
    const lead = await getLead(inside, reference);
    await updateCall(inside, { ...update, opportunityId: lead.id });
  });
}
