import { and, inArray, isNull, lte, not } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { ownNotifications } from "./internal/own";

/** Which of the caller's notifications are read from now on, or unread again: some, or all up to the newest that they saw. */
export type MarkNotifications = { read: boolean } & ({ ids: string[] } | { upTo: string });

/** Marks notifications of the caller; those of others are left alone. */
export function markNotifications(context: Context, { read, ...which }: MarkNotifications): Promise<void> {
  return change(context, async (transaction) => {
    const isUnread = isNull(notifications.readAt);
    const chosen = "ids" in which ? inArray(notifications.id, which.ids) : lte(notifications.id, which.upTo);
    await transaction
      .update(notifications)
      .set({ readAt: read ? context.now : null, updatedAt: context.now })
      .where(and(ownNotifications(context), chosen, read ? isUnread : not(isUnread)));
    // What somebody has read is no fact about the location.
    return { result: undefined, unchanged: true };
  });
}
