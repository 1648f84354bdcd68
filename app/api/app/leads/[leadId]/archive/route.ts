import { endpoint } from "@/lib/dialects/native/dialect";
import { ArchiveBody, DoneAnswer, printDone } from "@/lib/dialects/native/lead-actions";
import { LeadPath } from "@/lib/dialects/native/leads";
import { setArchived } from "@/lib/leads/set-archived";

export const POST = endpoint({
  operation: "app-archive-lead",
  summary: "Put a lead into the archive, or take it back out",
  permission: "leads.write",
  path: LeadPath,
  body: ArchiveBody,
  answer: DoneAnswer,
  input: ({ path, body }) => ({ ...path, ...body }),
  run: setArchived,
  print: printDone,
});
