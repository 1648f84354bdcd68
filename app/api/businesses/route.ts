import { listBusinesses } from "@/lib/businesses/get-business";
import { createBusiness } from "@/lib/businesses/save-business";
import {
  BusinessesAnswer,
  BusinessesQuery,
  businessFieldsOf,
  BusinessSaved,
  CreateBusinessBody,
  printBusiness,
  printSaved,
} from "@/lib/dialects/highlevel/business";
import { operation } from "@/lib/dialects/highlevel/operation";

export const GET = operation("businesses-get-businesses-by-location", {
  query: BusinessesQuery,
  answer: BusinessesAnswer,
  input: ({ query: { limit, skip } }) => ({ limit, offset: skip }),
  run: listBusinesses,
  print: (businesses, context) => ({ businesses: businesses.map((business) => printBusiness(business, context)) }),
});

export const POST = operation("businesses-create-business", {
  body: CreateBusinessBody,
  answer: BusinessSaved,
  input: ({ body: { name, ...body } }) => ({ name, ...businessFieldsOf(body) }),
  run: createBusiness,
  print: printSaved,
});
