import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { duplicateCandidates } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { isContactInSight } from "@/lib/contacts/contacts-in-sight";
import { read } from "@/lib/data/doors";
import { type DuplicateContact, readContacts } from "./internal/read-contacts";

export type ListDuplicates = {
  /** Only the pairs of this contact. */
  contactId?: string;
  /** The id of the pair that the page comes after; the first page without one. */
  after?: string;
  limit: number;
};

/** Two contacts that may be one person, and what they share. */
export type DuplicatePair = {
  id: string;
  reason: "email" | "phone" | "name";
  suspectedAt: Date;
  contacts: [DuplicateContact, DuplicateContact];
};

/** The pairs of contacts that may be one person, and that the caller may read both; the latest first, page by page by key. */
export function listDuplicates(
  context: Context,
  { contactId, after, limit }: ListDuplicates,
): Promise<{ pairs: DuplicatePair[]; next: string | null }> {
  const { locationId, id, createdAt, contactId: one, otherContactId: other, dismissedAt } = duplicateCandidates;
  return read(context, async (transaction) => {
    const rows = await transaction
      .select({ id, reason: duplicateCandidates.reason, suspectedAt: createdAt, one, other })
      .from(duplicateCandidates)
      .where(
        and(
          eq(locationId, context.location.id),
          isNull(dismissedAt),
          isContactInSight(context, one),
          isContactInSight(context, other),
          contactId === undefined ? undefined : or(eq(one, contactId), eq(other, contactId)),
          after === undefined
            ? undefined
            : sql`(${createdAt}, ${id}) < (select created_at, id from ${duplicateCandidates} where location_id = ${context.location.id} and id = ${after})`,
        ),
      )
      .orderBy(desc(createdAt), desc(id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const people = await readContacts(transaction, context, [
      ...new Set(page.flatMap((pair) => [pair.one, pair.other])),
    ]);
    return {
      pairs: page.flatMap(({ one: first, other: second, ...pair }) => {
        const [a, b] = [people.get(first), people.get(second)];
        const both: [DuplicateContact, DuplicateContact] | null = a && b ? [a, b] : null;
        return both ? [{ ...pair, contacts: both }] : [];
      }),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

export type { DuplicateContact };
