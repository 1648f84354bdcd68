import { endpoint } from "@/lib/dialects/native/dialect";
import { FilePath, printDownload } from "@/lib/dialects/native/files";
import { Done } from "@/lib/dialects/native/session";
import { FileDownload } from "@/lib/http/file-answer";
import { deleteLeadFile } from "@/lib/leads/delete-lead-file";
import { openLeadFile } from "@/lib/leads/open-lead-file";

export const GET = endpoint({
  operation: "app-download-lead-file",
  summary: "Download a file of a lead",
  permission: "leads.read",
  path: FilePath,
  answer: FileDownload,
  input: ({ path }) => ({ lead: { id: path.leadId }, id: path.fileId }),
  run: openLeadFile,
  print: printDownload,
});

export const DELETE = endpoint({
  operation: "app-delete-lead-file",
  summary: "Delete a file of a lead",
  description: "Its bytes are kept for 30 days.",
  permission: "leads.write",
  path: FilePath,
  answer: Done,
  input: ({ path }) => ({ lead: { id: path.leadId }, id: path.fileId }),
  run: deleteLeadFile,
  print: () => ({ done: true as const }),
});
