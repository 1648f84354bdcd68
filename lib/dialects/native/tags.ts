import { z } from "zod";
import { tagLimits } from "@/lib/tags/model";
import { id } from "./fields";

const name = z
  .string()
  .trim()
  .min(1, "Name the tag.")
  .max(tagLimits.length, `Name it in ${tagLimits.length} letters or fewer.`);

export const TagParameters = z.object({ tagId: id });

export const TagsQuery = z.object({
  search: z.string().trim().max(255).default("").describe("A part of their names, in whatever case."),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(255).optional().describe("The `next` of the page before."),
});

export const TagAnswer = z.object({ id: z.string(), name: z.string() });

export const TagsAnswer = z.object({
  tags: z.array(
    TagAnswer.extend({
      contacts: z.int().describe("How many contacts have it."),
      exact: z.boolean().describe("False: that many at least."),
    }),
  ),
  next: z.string().nullable(),
});

export const CreateTagBody = z.object({ name });

export const TagBody = z.object({
  name,
  merges: z.boolean().default(false).describe("Whether it becomes one with a tag that has this name already."),
});

export const TagUsageAnswer = z.object({
  count: z.int().describe("How many contacts have it."),
  exact: z.boolean().describe("False: that many at least."),
});

export type TagAnswer = z.infer<typeof TagAnswer>;
export type TagsAnswer = z.infer<typeof TagsAnswer>;
export type TagBody = z.input<typeof TagBody>;
export type TagUsageAnswer = z.infer<typeof TagUsageAnswer>;
