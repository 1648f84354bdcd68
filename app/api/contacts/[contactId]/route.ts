import { deleteContact } from "@/lib/contacts/delete-contact";
import { getContact } from "@/lib/contacts/get-contact";
import { updateContact } from "@/lib/contacts/update-contact";
import {
  ContactAnswer,
  contactInputOf,
  contactNames,
  ContactPath,
  ContactUpdated,
  printContact,
  UpdateContactBody,
} from "@/lib/dialects/highlevel/contact";
import { Succeeded, succeeded } from "@/lib/dialects/highlevel/fields";
import { operation } from "@/lib/dialects/highlevel/operation";

export const GET = operation("contacts-get-contact", {
  path: ContactPath,
  answer: ContactAnswer,
  input: ({ path }) => path.contactId,
  run: getContact,
  print: (contact, context) => ({ contact: printContact(contact, context) }),
});

export const PUT = operation("contacts-update-contact", {
  path: ContactPath,
  body: UpdateContactBody,
  answer: ContactUpdated,
  fields: contactNames,
  input: ({ path, body }) => ({ ...path, changes: contactInputOf(body) }),
  run: updateContact,
  print: (contact, context) => ({ ...succeeded(), contact: printContact(contact, context) }),
});

export const DELETE = operation("contacts-delete-contact", {
  path: ContactPath,
  answer: Succeeded,
  input: ({ path }) => path.contactId,
  run: deleteContact,
  print: succeeded,
});
