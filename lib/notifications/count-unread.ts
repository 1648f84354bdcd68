import { sql } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import type { Context } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";
import { unreadNotifications } from "./internal/own";
import { unreadCountedTo } from "./model";

/** How many of the caller's notifications are unread; one more than `unreadCountedTo` stands for any larger number. */
export async function countUnread(context: Context): Promise<number> {
  const [counted] = await readAtOnce(context, (transaction) => {
    const some = transaction
      .select({ id: notifications.id })
      .from(notifications)
      .where(unreadNotifications(context))
      .limit(unreadCountedTo + 1)
      .as("some");
    return transaction.select({ count: sql<number>`count(*)::int` }).from(some);
  });
  return counted?.count ?? 0;
}
