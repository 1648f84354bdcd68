import { endpoint } from "@/lib/dialects/native/dialect";
import { exportInput, ExportLeadsQuery, printExport } from "@/lib/dialects/native/lead-query";
import { FileDownload } from "@/lib/http/file-answer";
import { exportLeads } from "@/lib/leads/query/export-leads";

export const GET = endpoint({
  operation: "app-export-leads",
  summary: "Leads by filter and order as a CSV file",
  description:
    "All that match, in the columns asked for. Cells that a spreadsheet would run as formulas begin with an apostrophe.",
  permission: "leads.read",
  query: ExportLeadsQuery,
  answer: FileDownload,
  input: ({ query }) => exportInput(query),
  run: exportLeads,
  print: printExport,
});
