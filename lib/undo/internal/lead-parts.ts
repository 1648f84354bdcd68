import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { checklistItems, customValues } from "@/db/schema/activity";
import { users } from "@/db/schema/companies";
import { opportunities, opportunityFollowers } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import type { Part, Subject } from "./parts";

/** Who works on a lead: `assigned`, each once and the owner first; and `followerIds`, the owner among them or not. */
export const assignment: Part = {
  has: (field) => field === "assigned" || field === "followerIds",
  read: async (transaction, context, subject) => {
    const [owner, following] = [
      await transaction
        .select({ id: users.id, name: users.name })
        .from(opportunities)
        .innerJoin(users, eq(users.id, opportunities.ownerId))
        .where(and(eq(opportunities.locationId, context.location.id), eq(opportunities.id, subject.id))),
      await transaction
        .select({ id: users.id, name: users.name })
        .from(opportunityFollowers)
        .innerJoin(users, eq(users.id, opportunityFollowers.userId))
        .where(ofLead(context, subject))
        .orderBy(asc(opportunityFollowers.position)),
    ];
    const others = following.filter(({ id }) => id !== owner[0]?.id);
    return { assigned: [...owner, ...others], followerIds: following.map(({ id }) => id) };
  },
  write: async (transaction, context, subject, { assigned, followerIds }) => {
    const people = Array.isArray(assigned) ? assigned.map((person: { id: string }) => person.id) : null;
    // Events of old tell who was assigned alone.
    const followers = Array.isArray(followerIds) ? followerIds.map(String) : people?.slice(1);
    if (followers) await replaceFollowers(transaction, context, subject, followers);
    if (!people) return;
    const [ownerId = null] = people;
    await transaction
      .update(opportunities)
      .set({ ownerId })
      .where(and(eq(opportunities.locationId, context.location.id), eq(opportunities.id, subject.id)));
  },
};

const ofLead = ({ location }: Context, { id }: Subject) =>
  and(eq(opportunityFollowers.locationId, location.id), eq(opportunityFollowers.opportunityId, id));

async function replaceFollowers(transaction: Transaction, context: Context, subject: Subject, userIds: string[]) {
  await transaction.delete(opportunityFollowers).where(ofLead(context, subject));
  const rows = userIds.map((userId, position) => ({
    locationId: context.location.id,
    id: newId(),
    opportunityId: subject.id,
    userId,
    position,
  }));
  if (rows.length > 0) await transaction.insert(opportunityFollowers).values(rows);
}

const prefix = "custom:";

/** The custom values of a lead or a contact, by `custom:<field id>`. */
export const custom = (owner: "opportunityId" | "contactId"): Part => {
  const mine = ({ location }: Context, { id }: Subject, fields: string[]) =>
    and(
      eq(customValues.locationId, location.id),
      eq(customValues[owner], id),
      inArray(
        customValues.customFieldId,
        fields.map((field) => field.slice(prefix.length)),
      ),
    );
  return {
    has: (field) => field.startsWith(prefix),
    read: async (transaction, context, subject, fields) => {
      const rows = await transaction
        .select({ fieldId: customValues.customFieldId, value: customValues.value })
        .from(customValues)
        .where(mine(context, subject, fields));
      return Object.fromEntries(rows.map(({ fieldId, value }) => [prefix + fieldId, value]));
    },
    write: async (transaction, context, subject, values) => {
      await transaction.delete(customValues).where(mine(context, subject, Object.keys(values)));
      const rows = Object.entries(values).flatMap(([field, value]) =>
        value === null || value === undefined
          ? []
          : [
              {
                locationId: context.location.id,
                id: newId(),
                customFieldId: field.slice(prefix.length),
                [owner]: subject.id,
                // A field that was deleted since takes its values with it.
                value,
              },
            ],
      );
      if (rows.length > 0) await transaction.insert(customValues).values(rows);
    },
  };
};

/** The steps of a task, by `step:<id>`: when each was ticked off. */
export const steps: Part = {
  has: (field) => field.startsWith(stepPrefix),
  read: async (transaction, context, subject, fields) => {
    const rows = await transaction
      .select({ id: checklistItems.id, completedAt: checklistItems.completedAt })
      .from(checklistItems)
      .where(stepsOf(context, subject, fields));
    return Object.fromEntries(rows.map(({ id, completedAt }) => [stepPrefix + id, completedAt]));
  },
  write: async (transaction, context, subject, values) => {
    for (const [field, value] of Object.entries(values)) {
      await transaction
        .update(checklistItems)
        .set({ completedAt: typeof value === "string" ? new Date(value) : null, updatedAt: context.now })
        .where(stepsOf(context, subject, [field]));
    }
  },
};

const stepPrefix = "step:";

const stepsOf = ({ location }: Context, { id }: Subject, fields: string[]) =>
  and(
    eq(checklistItems.locationId, location.id),
    eq(checklistItems.taskId, id),
    inArray(
      checklistItems.id,
      fields.map((field) => field.slice(stepPrefix.length)),
    ),
  );

/** Whether the contact of an event has other leads than those that go with it. */
export async function hasLivingLeads(transaction: Transaction, context: Context, contactId: string): Promise<boolean> {
  const [lead] = await transaction
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.locationId, context.location.id),
        eq(opportunities.contactId, contactId),
        sql`${opportunities.deletedAt} is null`,
      ),
    )
    .limit(1);
  return lead !== undefined;
}
