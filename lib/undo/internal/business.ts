import { and, eq, inArray, isNull } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { bringBack, type Inverse, takeAway } from "./inverse";
import type { State } from "./parts";

/** The contacts that left a business, or came back to it, with the event. */
const contactIds = ({ contactIds: ids }: State): string[] => (Array.isArray(ids) ? ids.map(String) : []);

const living = ({ location }: Context) => and(eq(contacts.locationId, location.id), isNull(contacts.deletedAt));

/** Brings a deleted business back, and its contacts into it: those that have not found another one since. */
export const bringBusinessBack: Inverse = async (transaction, context, happened) => {
  const takenBack = await bringBack("business.restored")(transaction, context, happened);
  const ids = contactIds(happened.before);
  if (ids.length > 0)
    await transaction
      .update(contacts)
      .set({ businessId: happened.subject.id })
      .where(and(living(context), inArray(contacts.id, ids), isNull(contacts.businessId)));
  return takenBack;
};

/** Deletes a business that was made or brought back, with which only the contacts go that came with it. */
export const takeBusinessAway: Inverse = async (transaction, context, happened) => {
  const isIn = and(living(context), eq(contacts.businessId, happened.subject.id));
  const ids = contactIds(happened.after);
  if (ids.length > 0)
    await transaction
      .update(contacts)
      .set({ businessId: null })
      .where(and(isIn, inArray(contacts.id, ids)));
  const [other] = await transaction.select({ id: contacts.id }).from(contacts).where(isIn).limit(1);
  if (other) throw new Conflict("in_use", "This can not be undone: contacts belong to the business by now.");
  return takeAway("business.deleted")(transaction, context, happened);
};
