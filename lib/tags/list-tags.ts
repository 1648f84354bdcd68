import { and, asc, eq } from "drizzle-orm";
import { tags } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { readAtOnce } from "@/lib/data/doors";
import type { Tag } from "./model";

/** The location's list of tags, by name. */
export const listTags = (context: Context): Promise<Tag[]> =>
  readAtOnce(context, (transaction) =>
    transaction
      .select({ id: tags.id, name: tags.name })
      .from(tags)
      .where(eq(tags.locationId, context.location.id))
      .orderBy(asc(tags.name)),
  );

/** One tag of the location's list. @throws NotFound. */
export async function getTag(context: Context, tagId: string): Promise<Tag> {
  const [tag] = await readAtOnce(context, (transaction) =>
    transaction
      .select({ id: tags.id, name: tags.name })
      .from(tags)
      .where(and(eq(tags.locationId, context.location.id), eq(tags.id, tagId))),
  );
  if (!tag) throw new NotFound("tag");
  return tag;
}
