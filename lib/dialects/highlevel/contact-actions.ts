import { z } from "zod";
import { Invalid } from "@/lib/access/errors";
import type { Tagged } from "@/lib/contacts/tag-contact";
import type { TaggedContact } from "@/lib/contacts/tag-contacts";
import { tagList } from "./contact";
import { email, id, known, pathId, phone, reference, short, Succeeded, succeeded } from "./fields";

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

export const BulkTagsPath = z.object({ type: z.enum(["add", "remove"]) });
export const BulkTagsBody = known({
  locationId: short,
  contacts: z.array(short).min(1, "should not be empty").max(100, "must contain no more than 100 elements"),
  tags: tagList,
  removeAllTags: z.boolean("must be a boolean value").optional(),
});

/** Whose tags a request changes, and how. @throws Invalid for what names no tags, or takes all away by adding some. */
export function bulkTagsOf({ type }: z.infer<typeof BulkTagsPath>, body: z.infer<typeof BulkTagsBody>) {
  const { contacts: contactIds, tags, removeAllTags: removesAll = false } = body;
  if (removesAll && type === "add") throw Invalid.field("removeAllTags", "type", "must be used to remove tags");
  if (tags.length === 0 && !removesAll) throw Invalid.field("tags", "required", "should not be empty");
  return { contactIds, ...(type === "add" ? { add: tags } : { remove: tags, removesAll }) };
}

export const BulkTagged = Succeeded.extend({
  errorCount: z.number(),
  responses: z.array(
    z.object({
      contactId: z.string(),
      message: z.string(),
      type: z.enum(["success", "error"]),
      oldTags: z.array(z.string()).optional(),
      tagsAdded: z.array(z.string()).optional(),
      tagsRemoved: z.array(z.string()).optional(),
    }),
  ),
});

export const printTagged = (contacts: TaggedContact[]): z.infer<typeof BulkTagged> => ({
  ...succeeded(),
  errorCount: contacts.filter(({ tagged }) => tagged === null).length,
  responses: contacts.map(({ contactId, tagged }) =>
    tagged === null
      ? { contactId, type: "error", message: "This contact does not exist." }
      : { contactId, type: "success", message: "Tags updated", ...changesOf(tagged) },
  ),
});

const changesOf = ({ before, tags }: Tagged) => ({
  oldTags: before,
  tagsAdded: tags.filter((tag) => !before.includes(tag)),
  tagsRemoved: before.filter((tag) => !tags.includes(tag)),
});
