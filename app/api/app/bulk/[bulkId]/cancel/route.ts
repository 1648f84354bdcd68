import { cancelBulk } from "@/lib/bulk/cancel-bulk";
import { BulkChangeAnswer, BulkPath, printBulkChange } from "@/lib/dialects/native/bulk";
import { endpoint } from "@/lib/dialects/native/dialect";

export const POST = endpoint({
  operation: "app-cancel-bulk-change",
  summary: "End a change of many leads after the batch it is at",
  permission: "leads.write",
  path: BulkPath,
  answer: BulkChangeAnswer,
  failures: [409],
  input: ({ path }) => ({ id: path.bulkId }),
  run: cancelBulk,
  print: printBulkChange,
});
