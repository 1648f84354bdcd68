import { tagContact } from "@/lib/contacts/tag-contact";
import { ContactPath, TagsAdded, TagsBody, TagsRemoved } from "@/lib/dialects/highlevel/contact";
import { operation } from "@/lib/dialects/highlevel/operation";

export const POST = operation("contacts-add-tags", {
  path: ContactPath,
  body: TagsBody,
  answer: TagsAdded,
  input: ({ path, body }) => ({ ...path, add: body.tags }),
  run: tagContact,
  print: ({ tags, changed }) => ({ tags, tagsAdded: changed }),
});

export const DELETE = operation("contacts-remove-tags", {
  path: ContactPath,
  body: TagsBody,
  answer: TagsRemoved,
  input: ({ path, body }) => ({ ...path, remove: body.tags }),
  run: tagContact,
  print: ({ tags, changed }) => ({ tags, tagsRemoved: changed }),
});
