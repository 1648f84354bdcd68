import { Done, printDone } from "@/lib/dialects/leads-v1/answers";
import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { NoteBody } from "@/lib/dialects/leads-v1/note";
import { missingLeadRefusals, requestFailed } from "@/lib/dialects/leads-v1/refusals";
import { addLeadNote } from "@/lib/leads/add-lead-note";

export const POST = endpoint({
  operation: "leads-v1-create-leadnote",
  summary: "Write a note on a lead: for who made it or is assigned to it, and administrators",
  permission: "leads.write",
  body: NoteBody,
  answer: Done,
  input: ({ body }) => ({ lead: { slug: body.slug }, body: body.note, onlyAssigned: true }),
  run: addLeadNote,
  refusals: () => ({ ...missingLeadRefusals, not_on_lead: requestFailed("You can't add note on this lead.") }),
  print: printDone,
});
