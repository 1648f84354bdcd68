import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Tag } from "@/lib/tags/model";
import { filled, known, pathId, short } from "./fields";

export const TagsPath = z.object({ locationId: pathId });
export const TagPath = TagsPath.extend({ tagId: pathId });
export const TagBody = known({ name: filled(short) });

const TagShape = z.object({ id: z.string(), name: z.string(), locationId: z.string() });
export const TagAnswer = z.object({ tag: TagShape });
export const TagsAnswer = z.object({ tags: z.array(TagShape) });

const printed = (tag: Tag, { location }: Context) => ({ ...tag, locationId: location.id });
export const printTag = (tag: Tag, context: Context) => ({ tag: printed(tag, context) });
export const printTags = (tags: Tag[], context: Context) => ({ tags: tags.map((tag) => printed(tag, context)) });
