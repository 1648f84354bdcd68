import { eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { NotFound } from "@/lib/access/errors";
import { forgetCallers } from "@/lib/access/identity";
import { asAccess } from "@/lib/data/doors";
import { writeAccessEvent } from "./internal/access-event";

/** What a person says of themselves. */
export type Profile = {
  name: string;
  username: string;
  email: string;
  /** IANA; null: the location's. */
  timeZone: string | null;
  /** BCP 47; null: the browser's. */
  locale: string | null;
  /** False for who signs in with single sign-on alone. */
  hasPassword: boolean;
};

export type ProfileChanges = Partial<Pick<Profile, "name" | "timeZone" | "locale">>;

/** A user's own profile. @throws NotFound. */
export async function getProfile(userId: string): Promise<Profile> {
  const [user] = await asAccess((transaction) =>
    transaction
      .select({
        name: users.name,
        username: users.username,
        email: users.email,
        timeZone: users.timeZone,
        locale: users.locale,
        passwordHash: users.passwordHash,
      })
      .from(users)
      .where(eq(users.id, userId)),
  );
  if (!user) throw new NotFound("user");
  const { passwordHash, ...profile } = user;
  return { ...profile, hasPassword: passwordHash !== null };
}

/** Changes a user's own profile; what is left out stays. @throws NotFound. */
export async function updateProfile(userId: string, changes: ProfileChanges, now: Date): Promise<Profile> {
  await asAccess(async (transaction) => {
    const [changed] = await transaction
      .update(users)
      .set({ ...changes, updatedAt: now })
      .where(eq(users.id, userId))
      .returning({ companyId: users.companyId });
    if (!changed) throw new NotFound("user");
    const { companyId } = changed;
    await writeAccessEvent(transaction, { type: "profile.changed", companyId, userId, details: changes }, now);
  });
  forgetCallers();
  return getProfile(userId);
}
