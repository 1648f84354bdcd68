import { listAuditLog } from "@/lib/audit/list-audit-log";
import { auditFilterOf, AuditLogAnswer, AuditLogQuery, printAuditLog } from "@/lib/dialects/native/audit-log";
import { endpoint } from "@/lib/dialects/native/dialect";

export const GET = endpoint({
  operation: "app-read-audit-log",
  summary: "Who did what in the location, the last first",
  permission: "settings.write",
  query: AuditLogQuery,
  answer: AuditLogAnswer,
  input: ({ query: { limit, after, ...filter } }) => ({ ...auditFilterOf(filter), limit, after }),
  run: listAuditLog,
  print: printAuditLog,
});
