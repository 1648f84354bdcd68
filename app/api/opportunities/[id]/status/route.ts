import { Succeeded, succeeded } from "@/lib/dialects/highlevel/fields";
import { operation } from "@/lib/dialects/highlevel/operation";
import { opportunityNames, OpportunityPath, StatusBody } from "@/lib/dialects/highlevel/opportunity";
import { orNull } from "@/lib/dialects/shared/fields";
import { setOpportunityStatus } from "@/lib/leads/save-opportunity";

export const PUT = operation("opportunities-update-opportunity-status", {
  path: OpportunityPath,
  body: StatusBody,
  answer: Succeeded,
  fields: opportunityNames,
  input: ({ path, body }) => ({ ...path, status: body.status, lostReasonId: orNull(body.lostReasonId) }),
  run: setOpportunityStatus,
  print: succeeded,
});
