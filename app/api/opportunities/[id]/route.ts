import { Succeeded, succeeded } from "@/lib/dialects/highlevel/fields";
import { operation } from "@/lib/dialects/highlevel/operation";
import {
  OpportunityAnswer,
  opportunityChangesOf,
  opportunityNames,
  OpportunityPath,
  printOpportunity,
  UpdateOpportunityBody,
} from "@/lib/dialects/highlevel/opportunity";
import { deleteLead } from "@/lib/leads/delete-lead";
import { getOpportunity } from "@/lib/leads/get-opportunity";
import { updateOpportunity } from "@/lib/leads/save-opportunity";

export const GET = operation("opportunities-get-opportunity", {
  path: OpportunityPath,
  answer: OpportunityAnswer,
  input: ({ path }) => path,
  run: getOpportunity,
  print: (opportunity, context) => ({ opportunity: printOpportunity(opportunity, context) }),
});

export const PUT = operation("opportunities-update-opportunity", {
  path: OpportunityPath,
  body: UpdateOpportunityBody,
  answer: OpportunityAnswer,
  fields: opportunityNames,
  input: ({ path, body }, context) => ({ ...path, changes: opportunityChangesOf(body, context) }),
  run: updateOpportunity,
  print: (opportunity, context) => ({ opportunity: printOpportunity(opportunity, context) }),
});

export const DELETE = operation("opportunities-delete-opportunity", {
  path: OpportunityPath,
  answer: Succeeded,
  input: ({ path }) => ({ lead: path }),
  run: deleteLead,
  print: succeeded,
});
