import { and, eq, type SQL } from "drizzle-orm";
import { notificationPreferences as preferences } from "@/db/schema/notifications";
import { type Context, requireUserId } from "@/lib/access/context";
import { change, readAtOnce } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { notificationKinds, type NotificationPreference, usualPreference } from "./model";

/** How the caller wants to be told of each kind of thing in this location. */
export async function listPreferences(context: Context): Promise<NotificationPreference[]> {
  const chosen = await readAtOnce(context, (transaction) =>
    transaction
      .select({ kind: preferences.kind, inApp: preferences.inApp, byMail: preferences.byMail })
      .from(preferences)
      .where(ownPreferences(context)),
  );
  return notificationKinds.map((kind) => ({ ...usualPreference, kind, ...chosen.find((each) => each.kind === kind) }));
}

/** Sets how the caller wants to be told of one kind of thing, from now on. */
export function setPreference(context: Context, preference: NotificationPreference): Promise<NotificationPreference[]> {
  return change(context, async (transaction, inside) => {
    const { kind, inApp, byMail } = preference;
    const key = { locationId: context.location.id, userId: requireUserId(context), kind };
    await transaction
      .insert(preferences)
      .values({ ...key, id: newId(), inApp, byMail })
      .onConflictDoUpdate({
        target: [preferences.locationId, preferences.userId, preferences.kind],
        set: { inApp, byMail, updatedAt: context.now },
      });
    // What somebody wants to hear is theirs, and no fact about the location.
    return { result: await listPreferences(inside), unchanged: true };
  });
}

const ownPreferences = (context: Context): SQL | undefined =>
  and(eq(preferences.locationId, context.location.id), eq(preferences.userId, requireUserId(context)));
