import { removeFromEveryCampaign } from "@/lib/campaigns/enrol-contact";
import { ContactPath } from "@/lib/dialects/highlevel/contact";
import { Succeeded, succeeded } from "@/lib/dialects/highlevel/fields";
import { operation } from "@/lib/dialects/highlevel/operation";

export const DELETE = operation("contacts-remove-contact-from-every-campaign", {
  path: ContactPath,
  answer: Succeeded,
  input: ({ path }) => path.contactId,
  run: removeFromEveryCampaign,
  print: succeeded,
});
