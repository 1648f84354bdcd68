import { tokens } from "@/db/schema/companies";
import { type Context, userIdOf } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { newSecret, secretHash } from "@/lib/access/secrets";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";

export type CreateKey = {
  name: string;
  /** Whether it speaks for the location itself or for the person who makes it. */
  speaksFor: "location" | "me";
  /** Null: until it is revoked. */
  expiresInDays: number | null;
};

/**
 * Makes a key of the location. Answers its id and its secret, which can not be read again.
 * @throws Invalid when it should speak for a person and none asks.
 */
export function createKey(context: Context, input: CreateKey): Promise<{ id: string; secret: string }> {
  const { name, speaksFor, expiresInDays } = input;
  const userId = speaksFor === "me" ? userIdOf(context) : null;
  if (speaksFor === "me" && !userId)
    throw Invalid.field("speaksFor", "person", "Sign in to make a key that speaks for you.");
  const kind = userId ? "user_token" : "location_key";
  const id = newId();
  const secret = newSecret(kind);
  const { location, now } = context;
  return change(context, async (transaction) => {
    await transaction.insert(tokens).values({
      id,
      companyId: location.companyId,
      locationId: location.id,
      userId,
      kind,
      name,
      secretHash: secretHash(secret),
      secretHint: secret.slice(-4),
      createdByUserId: userIdOf(context),
      expiresAt: expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * 86_400_000),
    });
    return {
      result: { id, secret },
      events: [{ type: "key.created", subject: { type: "key", id }, after: { name, kind, expiresInDays } }],
    };
  });
}
