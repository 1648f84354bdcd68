import { previewOrStartBulk } from "@/lib/bulk/start-bulk";
import { BulkAnswer, BulkBody, printBulk } from "@/lib/dialects/native/bulk";
import { endpoint } from "@/lib/dialects/native/dialect";

export const POST = endpoint({
  operation: "app-change-leads",
  summary: "Do one thing to many leads",
  description:
    "To few leads it is done when this answers; to more by a job, whose progress `GET /api/app/bulk/{bulkId}` tells. Either can be undone as a whole.",
  permission: "leads.write",
  body: BulkBody,
  answer: BulkAnswer,
  input: ({ body }) => body,
  run: previewOrStartBulk,
  print: printBulk,
});
