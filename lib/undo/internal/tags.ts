import { tags } from "@/db/schema/contacts";
import { Conflict } from "@/lib/access/errors";
import { happens, refuseTakingAway } from "./happenings";
import type { Inverse } from "./inverse";
import { isSubject, lockRow } from "./parts";

/** Takes a word off the location's list again, unless it is another one by now. */
export const takeTagAway: Inverse = async (transaction, context, { subject, after }) => {
  const row = await lockRow(transaction, context, tags, subject);
  refuseTakingAway(row, after, ["name"]);
  await transaction.delete(tags).where(isSubject(tags, context, subject));
  return { event: happens("tag.deleted", subject, { before: after }) };
};

/** Puts a word on the list again. @throws Conflict (rule `restored_since`) when it is there. */
export const bringTagBack: Inverse = async (transaction, context, { subject, before }) => {
  const made = await transaction
    .insert(tags)
    .values({ locationId: context.location.id, id: subject.id, name: String(before.name) })
    .onConflictDoNothing()
    .returning({ id: tags.id });
  if (made.length === 0) throw new Conflict("restored_since", "There is a tag of this name by now.");
  return { event: happens("tag.restored", subject, { after: before }) };
};
