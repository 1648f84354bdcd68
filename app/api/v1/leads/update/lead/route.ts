import { Done, printDone } from "@/lib/dialects/leads-v1/answers";
import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { changesFrom, referenceRefusals, UpdateLeadBody, wrongReferences } from "@/lib/dialects/leads-v1/lead";
import { requestFailed } from "@/lib/dialects/leads-v1/refusals";
import { checkLead } from "@/lib/leads/check-lead";
import { updateLead } from "@/lib/leads/update-lead";

export const POST = endpoint({
  operation: "leads-v1-update-lead",
  summary: "Update a lead: for who made it, and administrators",
  permission: "leads.write",
  body: UpdateLeadBody,
  answer: Done,
  alsoWrong: wrongReferences(checkLead),
  input: ({ body }) => ({ lead: { slug: body.slug }, changes: changesFrom(body), onlyOwner: true }),
  run: updateLead,
  refusals: ({ changes }) => ({
    ...referenceRefusals(changes),
    // Spelt as in the document.
    lead_not_found: requestFailed("Requested lead does not esixt."),
    lead_deleted: requestFailed("Requested lead does not esixt."),
    not_owner: requestFailed("You are not owner of this lead."),
  }),
  print: printDone,
});
