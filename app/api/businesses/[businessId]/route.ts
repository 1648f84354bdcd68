import { getBusiness } from "@/lib/businesses/get-business";
import { deleteBusiness, updateBusiness } from "@/lib/businesses/save-business";
import {
  BusinessAnswer,
  BusinessDeleted,
  businessFieldsOf,
  BusinessPath,
  BusinessSaved,
  printBusiness,
  printSaved,
  UpdateBusinessBody,
} from "@/lib/dialects/highlevel/business";
import { operation } from "@/lib/dialects/highlevel/operation";

export const GET = operation("businesses-get-business", {
  path: BusinessPath,
  answer: BusinessAnswer,
  input: ({ path }) => path.businessId,
  run: getBusiness,
  print: (business, context) => ({ business: printBusiness(business, context) }),
});

export const PUT = operation("businesses-update-business", {
  path: BusinessPath,
  body: UpdateBusinessBody,
  answer: BusinessSaved,
  input: ({ path, body: { name, ...body } }) => ({ ...path, changes: { name, ...businessFieldsOf(body) } }),
  run: updateBusiness,
  print: printSaved,
});

export const DELETE = operation("businesses-delete-business", {
  path: BusinessPath,
  answer: BusinessDeleted,
  input: ({ path }) => path.businessId,
  run: deleteBusiness,
  print: () => ({ success: true as const }),
});
