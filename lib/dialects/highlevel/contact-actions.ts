import { z } from "zod";
import { tagList } from "./contact";
import { email, id, known, pathId, phone, reference, short } from "./fields";

export const TagsBody = known({ tags: tagList.min(1, "should not be empty") });
export const TagsAdded = z.object({ tags: z.array(z.string()), tagsAdded: z.array(z.string()) });
export const TagsRemoved = z.object({ tags: z.array(z.string()), tagsRemoved: z.array(z.string()) });

export const BusinessBody = known({
  locationId: short,
  ids: z.array(id).min(1, "should not be empty").max(500, "must contain no more than 500 elements"),
  businessId: reference.nullable(),
});
export const BusinessUpdated = z.object({ success: z.literal(true), ids: z.array(z.string()) });

export const DuplicateQuery = known({ locationId: short, email: email.optional(), number: phone.optional() });
export const CampaignPath = z.object({ contactId: pathId, campaignId: pathId });
