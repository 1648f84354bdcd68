import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { together } from "@/lib/data/doors";
import { type TagContact, type Tagged, tagContact } from "./tag-contact";

/** What became of one of several contacts; null where there is no such contact. */
export type TaggedContact = { contactId: string; tagged: Tagged | null };

/**
 * Adds tags to several contacts, or takes some from them, all at once; who is not there is left out.
 * @throws Invalid for more tags than a contact carries.
 */
export function tagContacts(
  context: Context,
  { contactIds, ...tags }: Omit<TagContact, "contactId"> & { contactIds: string[] },
): Promise<TaggedContact[]> {
  return together(context, async (inside) => {
    const done: TaggedContact[] = [];
    for (const contactId of contactIds) {
      try {
        done.push({ contactId, tagged: await tagContact(inside, { contactId, ...tags }) });
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
        done.push({ contactId, tagged: null });
      }
    }
    return done;
  });
}
