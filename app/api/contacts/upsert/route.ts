import { upsertContact } from "@/lib/contacts/upsert-contact";
import {
  ContactUpserted,
  contactInputOf,
  contactNames,
  printContact,
  UpsertContactBody,
} from "@/lib/dialects/highlevel/contact";
import { operation } from "@/lib/dialects/highlevel/operation";

export const POST = operation("contacts-upsert-contact", {
  body: UpsertContactBody,
  answer: ContactUpserted,
  fields: contactNames,
  input: ({ body }) => ({ ...contactInputOf(body), prefersKnown: body.createNewIfDuplicateAllowed === false }),
  run: upsertContact,
  print: ({ contact, isNew }, context) => ({ new: isNew, contact: printContact(contact, context) }),
});
