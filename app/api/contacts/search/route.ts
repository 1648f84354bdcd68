import { searchContactsInDetail } from "@/lib/contacts/query/search-contacts-in-detail";
import { printSearch, queryOf, SearchAnswer, SearchBody } from "@/lib/dialects/highlevel/contact-search";
import { operation } from "@/lib/dialects/highlevel/operation";

export const POST = operation("contacts-search-contacts-advanced", {
  body: SearchBody,
  answer: SearchAnswer,
  input: ({ body }) => queryOf(body),
  run: searchContactsInDetail,
  print: printSearch,
});
