import { moveToBusiness } from "@/lib/contacts/move-to-business";
import { BusinessBody, BusinessUpdated, contactNames } from "@/lib/dialects/highlevel/contact";
import { operation } from "@/lib/dialects/highlevel/operation";

export const POST = operation("contacts-add-remove-contact-from-business", {
  body: BusinessBody,
  answer: BusinessUpdated,
  fields: contactNames,
  input: ({ body: { ids, businessId } }) => ({ contactIds: ids, businessId: businessId || null }),
  run: moveToBusiness,
  print: (ids) => ({ success: true as const, ids }),
});
