import { followContact } from "@/lib/contacts/follow-contact";
import { ContactPath } from "@/lib/dialects/highlevel/contact";
import { FollowersAdded, FollowersBody, FollowersRemoved } from "@/lib/dialects/highlevel/fields";
import { operation } from "@/lib/dialects/highlevel/operation";

export const POST = operation("contacts-add-followers-contact", {
  path: ContactPath,
  body: FollowersBody,
  answer: FollowersAdded,
  input: ({ path, body }) => ({ ...path, add: body.followers }),
  run: followContact,
  print: ({ followers, changed }) => ({ followers, followersAdded: changed }),
});

export const DELETE = operation("contacts-remove-followers-contact", {
  path: ContactPath,
  body: FollowersBody,
  answer: FollowersRemoved,
  input: ({ path, body }) => ({ ...path, remove: body.followers }),
  run: followContact,
  print: ({ followers, changed }) => ({ followers, followersRemoved: changed }),
});
