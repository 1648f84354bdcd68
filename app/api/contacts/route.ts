import { createContact } from "@/lib/contacts/create-contact";
import { searchContacts } from "@/lib/contacts/query/search-contacts";
import {
  ContactAnswer,
  contactInputOf,
  contactNames,
  CreateContactBody,
  printContact,
} from "@/lib/dialects/highlevel/contact";
import { ListAnswer, ListQuery, listQueryOf, printList } from "@/lib/dialects/highlevel/contact-list";
import { operation } from "@/lib/dialects/highlevel/operation";

export const POST = operation("contacts-create-contact", {
  body: CreateContactBody,
  answer: ContactAnswer,
  fields: contactNames,
  input: ({ body }) => contactInputOf(body),
  run: createContact,
  print: (contact, context) => ({ contact: printContact(contact, context) }),
});

export const GET = operation("contacts-get-contacts", {
  query: ListQuery,
  answer: ListAnswer,
  input: ({ query }) => listQueryOf(query),
  run: searchContacts,
  print: printList,
});
