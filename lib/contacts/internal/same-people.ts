import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { locations } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { DuplicateContact } from "@/lib/contacts/model";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";

/** The normal forms by which a person is known. */
export type Identity = { emailNormal?: string | null; phoneNormal?: string | null };

type Identifier = "email" | "phone";
/** A contact that is known by one of them, and by which. */
export type SamePerson = { id: string; name: string | null; by: Identifier };

/** Whether the location allows two contacts of one person, and by what it knows a person, in this order. */
export async function identityRule(transaction: ReadTransaction, context: Context) {
  const [rule] = await transaction
    .select({ allowsDuplicates: locations.allowsDuplicateContacts, identifiers: locations.contactIdentifiers })
    .from(locations)
    .where(eq(locations.id, context.location.id));
  return rule ?? { allowsDuplicates: false, identifiers: ["email" as const, "phone" as const] };
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : 1);

/** Lets nobody else make a contact of these addresses until the transaction ends. */
export async function holdAddresses(transaction: Transaction, context: Context, identity: Identity): Promise<void> {
  const addresses = [identity.emailNormal, identity.phoneNormal].flatMap((address) => address ?? []);
  if (addresses.length === 0) return;
  // In one order for all, so that two do not wait for each other.
  const names = addresses.map((address) => `contact ${context.location.id} ${address}`).toSorted(inOrder);
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${sql.param(names)}::text[]) as name`,
  );
}

/**
 * Living contacts with one of the addresses, as the first or a further one: those known by the first
 * of `identifiers` before those known by the next, the oldest first.
 */
export async function findSamePeople(
  transaction: ReadTransaction,
  context: Context,
  { emailNormal, phoneNormal }: Identity,
  identifiers: readonly Identifier[],
): Promise<SamePerson[]> {
  const given = { email: emailNormal ?? null, phone: phoneNormal ?? null };
  const asked = identifiers.filter((identifier) => given[identifier] !== null);
  if (asked.length === 0) return [];
  const parts = asked.map(
    (identifier, place) => sql`select id, ${identifier} as by, ${place}::int as place from ${contacts}
      where location_id = ${context.location.id} and deleted_at is null and ${sql.raw(`${identifier}_normal`)} = ${given[identifier]}
      union all select id, ${identifier}, ${place}::int from find_contacts_by_address(${given[identifier]}) as id`,
  );
  const found = await transaction.execute<{ id: string; by: Identifier }>(
    sql`select id, by from (${sql.join(parts, sql` union all `)}) as found order by place, id limit 20`,
  );
  const ids = [...new Set(found.rows.map(({ id }) => id))];
  if (ids.length === 0) return [];
  const named = await transaction
    .select({ id: contacts.id, name: contacts.name })
    .from(contacts)
    .where(and(eq(contacts.locationId, context.location.id), isNull(contacts.deletedAt), inArray(contacts.id, ids)));
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return found.rows.map(({ id, by }) => ({ id, by, name: names.get(id) ?? null }));
}

/** @throws DuplicateContact when somebody other than `self` is known by the addresses, and the location forbids it. */
export async function refuseDuplicates(
  transaction: Transaction,
  context: Context,
  identity: Identity,
  self?: string,
): Promise<void> {
  if (!identity.emailNormal && !identity.phoneNormal) return;
  const [rule] = await Promise.all([identityRule(transaction, context), holdAddresses(transaction, context, identity)]);
  if (rule.allowsDuplicates) return;
  const others = await findSamePeople(transaction, context, identity, rule.identifiers);
  const other = others.find(({ id }) => id !== self);
  if (other) throw new DuplicateContact({ contactId: other.id, contactName: other.name, matchingField: other.by });
}
