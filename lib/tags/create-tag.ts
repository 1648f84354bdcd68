import { tags } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import type { Tag } from "./model";

/** Adds a word to the location's list of tags. @throws Invalid at `name` for one that it has, in whatever case. */
export function createTag(context: Context, { name }: Pick<Tag, "name">): Promise<Tag> {
  const id = newId();
  return change(context, async (transaction) => {
    const made = await transaction
      .insert(tags)
      .values({ locationId: context.location.id, id, name })
      .onConflictDoNothing()
      .returning({ id: tags.id, name: tags.name });
    const [tag] = made;
    if (!tag) throw Invalid.field("name", "taken", "There is a tag of this name. Choose another one.");
    return {
      result: tag,
      events: [{ type: "tag.created", subject: { type: "tag", id }, after: { name } }],
    };
  });
}
