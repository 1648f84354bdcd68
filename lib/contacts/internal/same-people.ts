import { eq, sql } from "drizzle-orm";
import { locations } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { holdAddresses, type Identity } from "@/lib/contacts/hold-addresses";
import { DuplicateContact } from "@/lib/contacts/model";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";

const identifiers = ["email", "phone"] as const;
type Identifier = (typeof identifiers)[number];
/** A contact that is known by one of them, and by which. */
export type SamePerson = { id: string; name: string | null; by: Identifier };

/** Whether a location allows two contacts of one person, and by what it knows a person, in this order. */
export type IdentityRule = { allowsDuplicates: boolean; identifiers: readonly Identifier[] };

const usual: IdentityRule = { allowsDuplicates: false, identifiers: ["email", "phone"] };

async function identityRule(transaction: ReadTransaction, context: Context): Promise<IdentityRule> {
  const query = prepared(transaction, "identity rule", (connection) =>
    connection
      .select({ allowsDuplicates: locations.allowsDuplicateContacts, identifiers: locations.contactIdentifiers })
      .from(locations)
      .where(eq(locations.id, sql.placeholder("locationId"))),
  );
  const [rule = usual] = await query.execute({ locationId: context.location.id });
  return rule;
}

/** So many of one address are found. */
const mostOfOne = 20;

/** Living contacts with one of the addresses, as the first or a further one; the oldest first. */
async function peopleOf(
  transaction: ReadTransaction,
  context: Context,
  { emailNormal, phoneNormal }: Identity,
): Promise<SamePerson[]> {
  const given = { email: emailNormal ?? null, phone: phoneNormal ?? null };
  const asked = identifiers.filter((identifier) => given[identifier] !== null);
  if (asked.length === 0) return [];
  const query = prepared(transaction, `people of ${asked.join(" ")}`, (connection) => {
    const parts = asked.map((identifier) => {
      const address = sql.placeholder(identifier);
      return sql`(select id, ${sql.raw(`'${identifier}'`)} as by from ${contacts}
        where location_id = ${sql.placeholder("locationId")} and deleted_at is null and ${sql.raw(`${identifier}_normal`)} = ${address}
        union all select id, ${sql.raw(`'${identifier}'`)} from find_contacts_by_address(${address}) as id
        order by id limit ${sql.raw(String(mostOfOne))})`;
    });
    return connection
      .select({ id: contacts.id, name: contacts.name, by: sql<Identifier>`found.by` })
      .from(sql`(${sql.join(parts, sql` union all `)}) as found`)
      .innerJoin(
        contacts,
        sql`${contacts.locationId} = ${sql.placeholder("locationId")} and ${contacts.id} = found.id and ${contacts.deletedAt} is null`,
      )
      .orderBy(sql`found.id`);
  });
  return query.execute({ locationId: context.location.id, ...given });
}

/** Those known by the first of `by` before those known by the next; others are left out. */
const inOrderOf = (people: SamePerson[], by: readonly Identifier[]): SamePerson[] =>
  by.flatMap((identifier) => people.filter((person) => person.by === identifier));

/**
 * The location's rule, and living contacts with one of the addresses, as the first or a further one:
 * those known by the first identifier of the rule before those known by the next, the oldest first.
 * Where duplicates are allowed the email comes first.
 */
export async function findSamePeople(
  transaction: ReadTransaction,
  context: Context,
  identity: Identity,
): Promise<{ rule: IdentityRule; people: SamePerson[] }> {
  const [rule, people] = await Promise.all([
    identityRule(transaction, context),
    peopleOf(transaction, context, identity),
  ]);
  return { rule, people: inOrderOf(people, rule.allowsDuplicates ? usual.identifiers : rule.identifiers) };
}

/**
 * The people whom a new contact of these addresses would repeat, as findSamePeople has them; none where
 * the location allows duplicates, unless they are asked for `always`. Nobody else makes one of these addresses until the transaction ends.
 */
export async function holdSamePeople(
  transaction: Transaction,
  context: Context,
  identity: Identity,
  always = false,
): Promise<SamePerson[]> {
  // Prepared queries leave in the order of these lines: who waits for the addresses sees what was made meanwhile.
  const [, { rule, people }] = await Promise.all([
    holdAddresses(transaction, context, identity),
    findSamePeople(transaction, context, identity),
  ]);
  return rule.allowsDuplicates && !always ? [] : people;
}

/** @throws DuplicateContact when somebody other than `self` is known by the addresses, and the location forbids it. */
export async function refuseDuplicates(
  transaction: Transaction,
  context: Context,
  identity: Identity,
  self?: string,
): Promise<void> {
  if (!identity.emailNormal && !identity.phoneNormal) return;
  const others = await holdSamePeople(transaction, context, identity);
  const other = others.find(({ id }) => id !== self);
  if (other) throw new DuplicateContact({ contactId: other.id, contactName: other.name, matchingField: other.by });
}
