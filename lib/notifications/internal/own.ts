import { and, eq, gt, isNull, type SQL } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import { type Context, requireUserId } from "@/lib/access/context";

/** The caller's own notifications in the app that were not withdrawn: nobody reads those of another. */
export const ownNotifications = (context: Context): SQL | undefined =>
  and(
    eq(notifications.locationId, context.location.id),
    eq(notifications.userId, requireUserId(context)),
    eq(notifications.inApp, true),
    gt(notifications.count, 0),
  );

/** Those of them that were not read. */
export const unreadNotifications = (context: Context): SQL | undefined =>
  and(ownNotifications(context), isNull(notifications.readAt));
