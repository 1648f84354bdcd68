import { listBulk } from "@/lib/bulk/get-bulk";
import { BulkListAnswer, printBulkList } from "@/lib/dialects/native/bulk";
import { endpoint } from "@/lib/dialects/native/dialect";

export const GET = endpoint({
  operation: "app-list-bulk-changes",
  summary: "The last changes of many leads that one started",
  permission: "leads.read",
  answer: BulkListAnswer,
  input: () => undefined,
  run: listBulk,
  print: printBulkList,
});
