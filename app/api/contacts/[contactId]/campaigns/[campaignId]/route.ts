import { addToCampaign, removeFromCampaign } from "@/lib/campaigns/enrol-contact";
import { CampaignPath } from "@/lib/dialects/highlevel/contact-actions";
import { known, Succeeded, succeeded } from "@/lib/dialects/highlevel/fields";
import { operation } from "@/lib/dialects/highlevel/operation";

export const POST = operation("contacts-add-contact-to-campaign", {
  path: CampaignPath,
  body: known({}),
  answer: Succeeded,
  input: ({ path }) => path,
  run: addToCampaign,
  print: succeeded,
});

export const DELETE = operation("contacts-remove-contact-from-campaign", {
  path: CampaignPath,
  answer: Succeeded,
  input: ({ path }) => path,
  run: removeFromCampaign,
  print: succeeded,
});
