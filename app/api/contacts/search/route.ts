import { searchContacts } from "@/lib/contacts/query/search-contacts";
import { printSearch, queryOf, SearchAnswer, SearchBody } from "@/lib/dialects/highlevel/contact-search";
import { operation } from "@/lib/dialects/highlevel/operation";

export const POST = operation("contacts-search-contacts-advanced", {
  body: SearchBody,
  answer: SearchAnswer,
  input: ({ body }) => queryOf(body),
  run: searchContacts,
  print: printSearch,
});
