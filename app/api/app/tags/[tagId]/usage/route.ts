import { countContactsOfTag } from "@/lib/contacts/count-tagged";
import { endpoint } from "@/lib/dialects/native/dialect";
import { TagParameters, TagUsageAnswer } from "@/lib/dialects/native/tags";

export const GET = endpoint({
  operation: "app-count-tagged-contacts",
  summary: "How many contacts have a tag, counted up to a thousand",
  permission: "settings.write",
  path: TagParameters,
  answer: TagUsageAnswer,
  input: ({ path }) => path,
  run: countContactsOfTag,
  print: (usage) => usage,
});
