import { tagContact } from "@/lib/contacts/tag-contact";
import { ContactPath } from "@/lib/dialects/highlevel/contact";
import { TagsAdded, TagsBody, TagsRemoved } from "@/lib/dialects/highlevel/contact-actions";
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
