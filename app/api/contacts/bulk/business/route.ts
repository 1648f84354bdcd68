import { moveToBusiness } from "@/lib/contacts/move-to-business";
import { contactNames } from "@/lib/dialects/highlevel/contact";
import { BusinessBody, BusinessUpdated } from "@/lib/dialects/highlevel/contact-actions";
import { operation } from "@/lib/dialects/highlevel/operation";

export const POST = operation("contacts-add-remove-contact-from-business", {
  body: BusinessBody,
  answer: BusinessUpdated,
  fields: contactNames,
  input: ({ body: { ids, businessId } }) => ({ contactIds: ids, businessId: businessId || null }),
  run: moveToBusiness,
  print: (ids) => ({ success: true as const, ids }),
});
