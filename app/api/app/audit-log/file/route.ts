import { auditLogFile } from "@/lib/audit/audit-log-file";
import { AuditFilterQuery, auditFilterOf, printAuditLogFile } from "@/lib/dialects/native/audit-log";
import { endpoint } from "@/lib/dialects/native/dialect";
import { FileDownload } from "@/lib/http/file-answer";

export const GET = endpoint({
  operation: "app-download-audit-log",
  summary: "Who did what in the location as a CSV file",
  permission: "settings.write",
  query: AuditFilterQuery,
  answer: FileDownload,
  input: ({ query }) => auditFilterOf(query),
  run: auditLogFile,
  print: printAuditLogFile,
});
