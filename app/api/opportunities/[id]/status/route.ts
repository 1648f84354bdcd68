import { Succeeded, succeeded } from "@/lib/dialects/highlevel/fields";
import { operation } from "@/lib/dialects/highlevel/operation";
import { opportunityNames, OpportunityPath, StatusBody } from "@/lib/dialects/highlevel/opportunity";
import { setOpportunityStatus } from "@/lib/leads/save-opportunity";

export const PUT = operation("opportunities-update-opportunity-status", {
  path: OpportunityPath,
  body: StatusBody,
  answer: Succeeded,
  fields: opportunityNames,
  input: ({ path, body }) => ({ ...path, status: body.status, lostReasonId: body.lostReasonId || null }),
  run: setOpportunityStatus,
  print: succeeded,
});
