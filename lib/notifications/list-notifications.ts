import { and, desc, lt } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { describe } from "./internal/describe";
import { ownNotifications, unreadNotifications } from "./internal/own";
import type { NotificationFacts } from "./model";

export type ListNotifications = {
  limit: number;
  /** The id of the last one of the page before. */
  cursor?: string;
  unread?: boolean;
};

export type Notification = NotificationFacts & { id: string; createdAt: Date; readAt: Date | null };

/**
 * A page of what the caller was told of, the latest first. Of what they may not see any more, nothing
 * is said but that it was there.
 */
export function listNotifications(
  context: Context,
  { limit, cursor, unread = false }: ListNotifications,
): Promise<{ items: Notification[]; next: string | null }> {
  return read(context, async (transaction) => {
    const own = unread ? unreadNotifications(context) : ownNotifications(context);
    const rows = await transaction
      .select()
      .from(notifications)
      .where(and(own, cursor === undefined ? undefined : lt(notifications.id, cursor)))
      .orderBy(desc(notifications.id))
      .limit(limit + 1);
    const items = await describe(transaction, context, rows.slice(0, limit));
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  });
}
