import type { Context } from "@/lib/access/context";
import { logCall } from "@/lib/calls/log-call";
import type { Call, CallDetails } from "@/lib/calls/model";
import { together } from "@/lib/data/doors";
import { localDate } from "@/lib/kit/zone";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";
import { updateLead } from "./update-lead";

/**
 * Writes down a call about a lead. One that reached the person is its last contact, unless there was
 * a later one.
 * @throws NotFound for a lead that the caller may not read; Invalid as logCall.
 */
export function logLeadCall(
  context: Context,
  { lead: reference, ...details }: CallDetails & { lead: LeadReference },
): Promise<Call> {
  return together(context, async (inside) => {
    const lead = await getLead(inside, reference);
    const call = await logCall(inside, { ...details, contactId: lead.contact.id, opportunityId: lead.id });
    const day = localDate(call.calledAt, context.location.timeZone);
    if (call.outcome === "reached" && (lead.lastContactedOn ?? "") < day)
      await updateLead(inside, { lead, changes: { lastContactedOn: day } });
    return call;
  });
}
