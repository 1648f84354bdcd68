import { tagContacts } from "@/lib/contacts/tag-contacts";
import {
  BulkTagged,
  BulkTagsBody,
  bulkTagsOf,
  BulkTagsPath,
  printTagged,
} from "@/lib/dialects/highlevel/contact-actions";
import { operation } from "@/lib/dialects/highlevel/operation";

export const POST = operation("contacts-create-association", {
  path: BulkTagsPath,
  body: BulkTagsBody,
  answer: BulkTagged,
  input: ({ path, body }) => bulkTagsOf(path, body),
  run: tagContacts,
  print: printTagged,
});
