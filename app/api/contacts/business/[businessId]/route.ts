import { searchContacts } from "@/lib/contacts/query/search-contacts";
import {
  BusinessContactsAnswer,
  BusinessContactsPath,
  BusinessContactsQuery,
  businessQueryOf,
  printBusinessContacts,
} from "@/lib/dialects/highlevel/contact-list";
import { operation } from "@/lib/dialects/highlevel/operation";

export const GET = operation("contacts-get-contacts-by-business-id", {
  path: BusinessContactsPath,
  query: BusinessContactsQuery,
  answer: BusinessContactsAnswer,
  input: ({ path, query }) => businessQueryOf(path, query),
  run: searchContacts,
  print: printBusinessContacts,
});
