import { endpoint } from "@/lib/dialects/native/dialect";
import { LeadLocationAnswer, LeadPath } from "@/lib/dialects/native/leads";
import { requireSession } from "@/lib/dialects/native/session";
import { getLeadLocation } from "@/lib/leads/get-lead-location";

export const GET = endpoint({
  operation: "app-read-lead-location",
  summary: "Which other location of the person a lead is in",
  permission: "leads.read",
  path: LeadPath,
  answer: LeadLocationAnswer,
  failures: [404, 412],
  // A token opens one location; somebody with a session goes from one to the other.
  input: ({ path }, context) => ({ ...requireSession(context), leadId: path.leadId }),
  run: (context, { leadId }) => getLeadLocation(context, leadId),
  print: ({ id, name }) => ({ id, name }),
});
