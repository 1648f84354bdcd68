import { getBulk } from "@/lib/bulk/get-bulk";
import { BulkChangeAnswer, BulkPath, printBulkChange } from "@/lib/dialects/native/bulk";
import { endpoint } from "@/lib/dialects/native/dialect";

export const GET = endpoint({
  operation: "app-read-bulk-change",
  summary: "How far a change of many leads is",
  permission: "leads.read",
  path: BulkPath,
  answer: BulkChangeAnswer,
  input: ({ path }) => ({ id: path.bulkId }),
  run: getBulk,
  print: printBulkChange,
});
