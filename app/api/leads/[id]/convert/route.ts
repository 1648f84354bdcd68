import { checkClient } from "@/lib/clients/check-client";
import { ClientAnswer, clientFrom, ConvertBody, emailIn, printClient } from "@/lib/dialects/leads-rest/client";
import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { leadOf, LeadPath } from "@/lib/dialects/leads-rest/lead";
import { convertLead } from "@/lib/leads/convert-lead";

export const POST = endpoint({
  operation: "leads-rest-convert",
  summary: "Convert a lead to a client",
  description: "Makes a client with its business and portal login, and hands the lead's quotes over to it.",
  permission: "leads.write",
  path: LeadPath,
  body: ConvertBody,
  answer: ClientAnswer,
  status: 201,
  failures: [409],
  alsoWrong: (context, body) => checkClient(context, emailIn(body)),
  input: ({ path, body }) => ({ lead: leadOf(path), ...clientFrom(body) }),
  run: convertLead,
  print: printClient,
});
