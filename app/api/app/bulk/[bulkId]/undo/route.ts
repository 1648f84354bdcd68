import { undoBulk } from "@/lib/bulk/undo-bulk";
import { BulkChangeAnswer, BulkPath, printBulkChange } from "@/lib/dialects/native/bulk";
import { endpoint } from "@/lib/dialects/native/dialect";

export const POST = endpoint({
  operation: "app-undo-bulk-change",
  summary: "Undo a change of many leads, but for leads that somebody changed since",
  permission: "leads.write",
  path: BulkPath,
  answer: BulkChangeAnswer,
  failures: [409],
  input: ({ path }) => ({ id: path.bulkId }),
  run: undoBulk,
  print: printBulkChange,
});
