import { endpoint } from "@/lib/dialects/native/dialect";
import { ConvertBody, MadeAnswer, printMade } from "@/lib/dialects/native/lead-actions";
import { LeadPath } from "@/lib/dialects/native/leads";
import { convertLead } from "@/lib/leads/convert-lead";

export const POST = endpoint({
  operation: "app-convert-lead",
  summary: "Make the person of a lead a client",
  description: "With a business, a portal login and the lead's quotes; the lead is won.",
  permission: "leads.write",
  path: LeadPath,
  body: ConvertBody,
  answer: MadeAnswer,
  status: 201,
  failures: [409],
  input: ({ path, body }) => ({ lead: { id: path.leadId }, deletesLead: false, ...body }),
  run: convertLead,
  print: printMade,
});
