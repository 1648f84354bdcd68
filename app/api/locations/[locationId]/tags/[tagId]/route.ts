import { operation } from "@/lib/dialects/highlevel/operation";
import { printTag, TagAnswer, TagPath } from "@/lib/dialects/highlevel/tag";
import { getTag } from "@/lib/tags/list-tags";

export const GET = operation("locations-get-tag-by-id", {
  path: TagPath,
  answer: TagAnswer,
  input: ({ path }) => path.tagId,
  run: getTag,
  print: printTag,
});
