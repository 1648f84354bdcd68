import { createContact } from "@/lib/contacts/create-contact";
import { searchContactsInDetail } from "@/lib/contacts/query/search-contacts-in-detail";
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
  run: searchContactsInDetail,
  print: printList,
});
