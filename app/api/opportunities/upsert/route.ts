import { operation } from "@/lib/dialects/highlevel/operation";
import {
  opportunityNames,
  OpportunityUpserted,
  printOpportunity,
  UpsertOpportunityBody,
  upsertOf,
} from "@/lib/dialects/highlevel/opportunity";
import { upsertOpportunity } from "@/lib/leads/save-opportunity";

export const POST = operation("opportunities-upsert-opportunity", {
  body: UpsertOpportunityBody,
  answer: OpportunityUpserted,
  fields: opportunityNames,
  input: ({ body }, context) => upsertOf(body, context),
  run: upsertOpportunity,
  print: ({ opportunity, isNew }, context) => ({ opportunity: printOpportunity(opportunity, context), new: isNew }),
});
