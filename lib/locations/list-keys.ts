import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { tokens, users } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";

/** A key of a location, as people tell it from others. Its secret is nowhere. */
export type Key = {
  id: string;
  name: string;
  kind: (typeof tokens.kind.enumValues)[number];
  /** The last characters of the secret. */
  hint: string;
  /** Whom it speaks for; null when it is the location itself. */
  userName: string | null;
  /** What an integration may do; none for keys that are not bound by scopes. */
  scopes: string[];
  /** Whether it opens every location of the company. */
  companyWide: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
};

/** The keys that open the location now, those of its company among them, the newest first. */
export function listKeys(context: Context): Promise<Key[]> {
  const { id, companyId } = context.location;
  return read(context, (transaction) =>
    transaction
      .select({
        id: tokens.id,
        name: tokens.name,
        kind: tokens.kind,
        hint: tokens.secretHint,
        userName: users.name,
        scopes: tokens.scopes,
        companyWide: sql<boolean>`${isNull(tokens.locationId)}`,
        createdAt: tokens.createdAt,
        lastUsedAt: tokens.lastUsedAt,
        expiresAt: tokens.expiresAt,
      })
      .from(tokens)
      .leftJoin(users, and(eq(users.companyId, tokens.companyId), eq(users.id, tokens.userId)))
      .where(
        and(
          eq(tokens.companyId, companyId),
          or(eq(tokens.locationId, id), and(isNull(tokens.locationId), eq(tokens.kind, "private_integration"))),
          isNull(tokens.revokedAt),
          or(isNull(tokens.expiresAt), gt(tokens.expiresAt, context.now)),
        ),
      )
      .orderBy(desc(tokens.id))
      .limit(500),
  );
}
