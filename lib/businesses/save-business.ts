import { and, eq } from "drizzle-orm";
import { businesses, contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { difference } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { businessColumns, livingBusinesses, selectBusinesses } from "./internal/select-businesses";
import type { Business, BusinessFields } from "./model";

/** Makes a business. */
export function createBusiness(
  context: Context,
  input: Partial<BusinessFields> & Pick<BusinessFields, "name">,
): Promise<Business> {
  return change(context, async (transaction) => {
    const id = newId();
    const [made] = await transaction
      .insert(businesses)
      .values({ ...input, locationId: context.location.id, id })
      .returning(businessColumns);
    if (!made) throw new Error("A business that was just made is not there.");
    const subject = { type: "business", id };
    return { result: made, events: [{ type: "business.created", subject, after: { ...input } }] };
  });
}

/** Changes a business: fields that are undefined stay, null clears. @throws NotFound. */
export function updateBusiness(
  context: Context,
  { businessId, changes }: { businessId: string; changes: Partial<BusinessFields> },
): Promise<Business> {
  return change(context, async (transaction) => {
    const isIt = and(livingBusinesses(context), eq(businesses.id, businessId));
    const [known] = await selectBusinesses(transaction).where(isIt).for("update");
    if (!known) throw new NotFound("business");
    const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const changed = difference<Record<string, unknown>>(known, said);
    if (Object.keys(changed.after).length === 0) return { result: known, unchanged: true };
    const [now] = await transaction
      .update(businesses)
      .set({ ...said, updatedAt: context.now })
      .where(isIt)
      .returning(businessColumns);
    if (!now) throw new Error("A business that was just changed is not there.");
    const subject = { type: "business", id: businessId };
    return { result: now, events: [{ type: "business.updated", subject, ...changed }] };
  });
}

/** Deletes a business; its contacts stay, and belong to none. @throws NotFound. */
export function deleteBusiness(context: Context, businessId: string): Promise<void> {
  return change(context, async (transaction) => {
    const [deleted] = await transaction
      .update(businesses)
      .set({ deletedAt: context.now, updatedAt: context.now })
      .where(and(livingBusinesses(context), eq(businesses.id, businessId)))
      .returning({ name: businesses.name });
    if (!deleted) throw new NotFound("business");
    const left = await transaction
      .update(contacts)
      .set({ businessId: null, updatedAt: context.now })
      .where(and(eq(contacts.locationId, context.location.id), eq(contacts.businessId, businessId)))
      .returning({ id: contacts.id });
    const subject = { type: "business", id: businessId };
    const before = { name: deleted.name, contactIds: left.map(({ id }) => id) };
    return { result: undefined, events: [{ type: "business.deleted", subject, before }] };
  });
}
