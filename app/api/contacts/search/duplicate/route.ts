import { findContact } from "@/lib/contacts/find-contact";
import { ContactFound, printContact } from "@/lib/dialects/highlevel/contact";
import { DuplicateQuery } from "@/lib/dialects/highlevel/contact-actions";
import { operation } from "@/lib/dialects/highlevel/operation";

export const GET = operation("contacts-get-duplicate-contact", {
  query: DuplicateQuery,
  answer: ContactFound,
  input: ({ query: { email, number } }) => ({ email, phone: number }),
  run: findContact,
  print: (contact, context) => ({ contact: contact && printContact(contact, context) }),
});
