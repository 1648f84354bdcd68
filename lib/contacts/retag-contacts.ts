import { and, asc, gt } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { distinctTags } from "@/lib/tags/model";
import { hasTag } from "./count-tagged";
import { writeTags } from "./write-tags";

export type RetagContacts = {
  from: string;
  /** The word in place of it; null for none. */
  to: string | null;
  /** The contact behind which to begin; null for the first. */
  after: string | null;
  /** How many contacts to change at most. */
  most: number;
};

/**
 * Gives the next contacts with a tag, in whatever case, another one in its place, or none. Answers how many
 * there were, and the last of them; null when there are no more.
 */
export function retagContacts(
  context: Context,
  { from, to, after, most }: RetagContacts,
): Promise<{ changed: number; last: string | null }> {
  return change(context, async (transaction, inside) => {
    const found = await transaction
      .select({ id: contacts.id, before: contacts.tags })
      .from(contacts)
      .where(and(hasTag(inside, from), after === null ? undefined : gt(contacts.id, after)))
      .orderBy(asc(contacts.id))
      .limit(most)
      .for("update");
    const word = from.toLowerCase();
    const changed = found.map(({ id, before }) => ({
      id,
      before,
      tags: distinctTags(before.flatMap((tag) => (tag.toLowerCase() === word ? (to ?? []) : tag))),
    }));
    await writeTags(transaction, inside, new Map(changed.map(({ id, tags }) => [id, tags])));
    const last = changed.length === most ? (changed.at(-1)?.id ?? null) : null;
    const result = { changed: changed.length, last };
    const [first, ...rest] = changed.map(
      ({ id, before, tags }) =>
        ({
          type: "contact.tagged",
          subject: { type: "contact", id },
          contactId: id,
          before: { tags: before },
          after: { tags },
        }) as const,
    );
    return first ? { result, events: [first, ...rest] } : { result, unchanged: true };
  });
}
