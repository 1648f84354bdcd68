import { endpoint } from "@/lib/dialects/native/dialect";
import { CreateTagBody, TagAnswer, TagsAnswer, TagsQuery } from "@/lib/dialects/native/tags";
import { createTag } from "@/lib/tags/create-tag";
import { listCountedTags } from "@/lib/tags/list-counted-tags";

export const GET = endpoint({
  operation: "app-list-tags",
  summary: "The location's tags by name, with how many contacts have each",
  permission: "leads.read",
  query: TagsQuery,
  answer: TagsAnswer,
  input: ({ query }) => query,
  run: listCountedTags,
  print: (page) => page,
});

export const POST = endpoint({
  operation: "app-create-tag",
  summary: "Add a tag to the location's list",
  permission: "settings.write",
  body: CreateTagBody,
  answer: TagAnswer,
  status: 201,
  input: ({ body }) => body,
  run: createTag,
  print: (tag) => tag,
});
