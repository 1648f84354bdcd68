import { and, eq, ne, sql } from "drizzle-orm";
import { tags } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { Conflict, NotFound } from "@/lib/access/errors";
import { countTagged } from "@/lib/contacts/count-tagged";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import type { Tag } from "@/lib/tags/model";
import type { BulkChange } from "./model";
import { addBulk, runSoon } from "./start-bulk";

export type RenameTag = {
  tagId: string;
  name: string;
  /** Whether it becomes one with a tag of that name. */
  merges: boolean;
};

/**
 * Calls a tag something else on the location's list and on every contact that has it: at once where they are
 * few, else batch by batch. All of it is undone as one change. Contacts in the bin keep the word they had.
 * @throws NotFound; Conflict (rule `tag_taken`) for the name of another tag, unless they are to become one.
 */
export const renameTag = (context: Context, { tagId, name, merges }: RenameTag): Promise<BulkChange> =>
  retag(context, tagId, async (transaction, tag) => {
    const here = eq(tags.locationId, context.location.id);
    const [other] = await transaction
      .select({ name: tags.name })
      .from(tags)
      .where(and(here, sql`lower(${tags.name}) = ${name.toLowerCase()}`, ne(tags.id, tagId)));
    if (other && !merges) throw new Conflict("tag_taken", `There is a tag ${other.name} already.`);
    if (other) return removed(transaction, context, tag, other.name);
    await transaction
      .update(tags)
      .set({ name, updatedAt: context.now })
      .where(and(here, eq(tags.id, tagId)));
    return {
      to: name,
      event: { type: "tag.renamed", subject: subjectOf(tag), before: { name: tag.name }, after: { name } },
    };
  });

/**
 * Takes a tag off the location's list and off every contact that has it, as `renameTag` does.
 * @throws NotFound.
 */
export const deleteTag = (context: Context, { tagId }: { tagId: string }): Promise<BulkChange> =>
  retag(context, tagId, (transaction, tag) => removed(transaction, context, tag, null));

type Retagged = { to: string | null; event: NewEvent };

const subjectOf = ({ id }: Tag) => ({ type: "tag", id });

async function removed(
  transaction: Transaction,
  { location }: Context,
  tag: Tag,
  to: string | null,
): Promise<Retagged> {
  await transaction.delete(tags).where(and(eq(tags.locationId, location.id), eq(tags.id, tag.id)));
  return { to, event: { type: "tag.deleted", subject: subjectOf(tag), before: { name: tag.name } } };
}

/** Changes the list by `work`, as a part of the change that then goes through the contacts. */
async function retag(
  context: Context,
  tagId: string,
  work: (transaction: Transaction, tag: Tag) => Promise<Retagged>,
): Promise<BulkChange> {
  const { id, total } = await change(context, async (transaction, inside) => {
    const [tag] = await transaction
      .select({ id: tags.id, name: tags.name })
      .from(tags)
      .where(and(eq(tags.locationId, inside.location.id), eq(tags.id, tagId)))
      .for("update");
    if (!tag) throw new NotFound("tag");
    const made = newId();
    const { to, event } = await work(transaction, tag);
    await change({ ...inside, partOfId: made, written: undefined }, () =>
      Promise.resolve({ result: undefined, events: [event] }),
    );
    const count = await countTagged(transaction, inside, { name: tag.name });
    const command = { type: "retag", from: tag.name, to };
    await addBulk(transaction, inside, { id: made, selection: { ids: [] }, command, total: count });
    return {
      result: { id: made, total: count },
      events: [
        { type: "leads.changed_in_bulk", subject: { type: "bulk", id: made }, after: { command, total: count } },
      ],
    };
  });
  return runSoon(context, id, total);
}
