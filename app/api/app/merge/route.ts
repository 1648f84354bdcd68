import { endpoint } from "@/lib/dialects/native/dialect";
import { MergeAnswer, MergeBody } from "@/lib/dialects/native/duplicates";
import { mergeRecords } from "@/lib/merging/merge-records";

export const POST = endpoint({
  operation: "app-merge",
  summary: "Put contacts together that are one person, and deals that are one",
  description:
    "All that belongs to them goes to the survivors, and the others are deleted: one transaction, undone as a whole.",
  permission: "leads.write",
  body: MergeBody,
  answer: MergeAnswer,
  input: ({ body }) => body,
  run: mergeRecords,
  print: (merged) => merged,
});
