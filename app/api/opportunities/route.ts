import { operation } from "@/lib/dialects/highlevel/operation";
import {
  CreateOpportunityBody,
  OpportunityAnswer,
  opportunityChangesOf,
  opportunityNames,
  printOpportunity,
} from "@/lib/dialects/highlevel/opportunity";
import { createOpportunity } from "@/lib/leads/save-opportunity";

export const POST = operation("opportunities-create-opportunity", {
  body: CreateOpportunityBody,
  answer: OpportunityAnswer,
  fields: opportunityNames,
  input: ({ body }, context) => ({
    ...opportunityChangesOf(body, context),
    name: body.name,
    contactId: body.contactId,
    pipelineId: body.pipelineId,
  }),
  run: createOpportunity,
  print: (opportunity, context) => ({ opportunity: printOpportunity(opportunity, context) }),
});
