import { deleteTag, renameTag } from "@/lib/bulk/retag";
import { BulkChangeAnswer, printBulkChange } from "@/lib/dialects/native/bulk";
import { endpoint } from "@/lib/dialects/native/dialect";
import { TagBody, TagParameters } from "@/lib/dialects/native/tags";

export const PATCH = endpoint({
  operation: "app-rename-tag",
  summary: "Call a tag something else, on every contact that has it",
  description: "Few contacts change at once, many in batches by a job. The change is followed and undone by its id.",
  permission: "settings.write",
  path: TagParameters,
  body: TagBody,
  answer: BulkChangeAnswer,
  failures: [409],
  input: ({ path, body }) => ({ ...path, ...body }),
  run: renameTag,
  print: printBulkChange,
});

export const DELETE = endpoint({
  operation: "app-delete-tag",
  summary: "Take a tag off the list, and off every contact that has it",
  permission: "settings.write",
  path: TagParameters,
  answer: BulkChangeAnswer,
  input: ({ path }) => path,
  run: deleteTag,
  print: printBulkChange,
});
