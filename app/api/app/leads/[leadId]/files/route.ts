import { endpoint } from "@/lib/dialects/native/dialect";
import { FileBody, FileInfo, FilesAnswer, printFile, printFiles } from "@/lib/dialects/native/files";
import { LeadPath } from "@/lib/dialects/native/leads";
import { attachLeadFile } from "@/lib/leads/attach-lead-file";
import { listLeadFiles } from "@/lib/leads/list-lead-files";

export const GET = endpoint({
  operation: "app-list-lead-files",
  summary: "The files of a lead, oldest first",
  permission: "leads.read",
  path: LeadPath,
  answer: FilesAnswer,
  input: ({ path }) => ({ id: path.leadId }),
  run: listLeadFiles,
  print: printFiles,
});

export const POST = endpoint({
  operation: "app-attach-lead-file",
  summary: "Add a file to a lead",
  permission: "leads.write",
  path: LeadPath,
  body: FileBody,
  takesFile: true,
  answer: FileInfo,
  status: 201,
  input: ({ path, body }) => ({ lead: { id: path.leadId }, file: body.file }),
  run: attachLeadFile,
  print: printFile,
});
