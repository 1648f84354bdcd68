import { contactsOfBusiness } from "@/lib/contacts/query/contacts-of-business";
import {
  BusinessContactsAnswer,
  BusinessContactsPath,
  BusinessContactsQuery,
  businessPageOf,
  printBusinessContacts,
} from "@/lib/dialects/highlevel/contact-list";
import { operation } from "@/lib/dialects/highlevel/operation";

export const GET = operation("contacts-get-contacts-by-business-id", {
  path: BusinessContactsPath,
  query: BusinessContactsQuery,
  answer: BusinessContactsAnswer,
  input: ({ path, query }) => ({ ...path, page: businessPageOf(query) }),
  run: contactsOfBusiness,
  print: printBusinessContacts,
});
