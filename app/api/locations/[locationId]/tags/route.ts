import { operation } from "@/lib/dialects/highlevel/operation";
import { printTag, printTags, TagAnswer, TagBody, TagsAnswer, TagsPath } from "@/lib/dialects/highlevel/tag";
import { createTag } from "@/lib/tags/create-tag";
import { listTags } from "@/lib/tags/list-tags";

export const GET = operation("locations-get-location-tags", {
  path: TagsPath,
  answer: TagsAnswer,
  input: () => undefined,
  run: listTags,
  print: printTags,
});

export const POST = operation("locations-create-tag", {
  path: TagsPath,
  body: TagBody,
  answer: TagAnswer,
  input: ({ body }) => ({ name: body.name.toLowerCase() }),
  run: createTag,
  print: printTag,
});
