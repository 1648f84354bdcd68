import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { members } from "@/db/schema/members";
import { leadCategories, pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid, type Issue } from "@/lib/access/errors";
import { holdAddresses } from "@/lib/contacts/hold-addresses";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";
import { normalEmail } from "@/lib/kit/email";
import { normalPhone } from "@/lib/kit/phone";
import type { LeadChanges, StageReference } from "@/lib/leads/model";
import { worksIn } from "@/lib/users/works-in";

/** The stage that a reference names, or null. Keys are those of the default pipeline. */
export async function findStage(transaction: ReadTransaction, context: Context, reference: StageReference | undefined) {
  const name =
    reference === undefined ? "default" : "id" in reference ? "id" : "number" in reference ? "number" : "key";
  const query = prepared(transaction, `stage by ${name}`, (connection) =>
    connection
      .select({ id: stages.id, key: stages.key, name: stages.name, pipelineId: stages.pipelineId })
      .from(stages)
      .innerJoin(pipelines, and(eq(pipelines.locationId, stages.locationId), eq(pipelines.id, stages.pipelineId)))
      .where(and(eq(stages.locationId, sql.placeholder("locationId")), stageNamedBy[name]))
      .orderBy(asc(stages.position))
      .limit(1),
  );
  const [stage] = await query.execute({ ...reference, locationId: context.location.id });
  return stage ?? null;
}

const stageNamedBy = {
  id: eq(stages.id, sql.placeholder("id")),
  number: eq(stages.number, sql.placeholder("number")),
  key: and(pipelines.isDefault, eq(stages.key, sql.placeholder("key"))),
  default: pipelines.isDefault,
};

/** The category of a number, or without one the location's default. */
export async function findCategory(
  transaction: ReadTransaction,
  context: Context,
  reference: { number: number } | undefined,
) {
  const query = prepared(transaction, reference ? "category by number" : "default category", (connection) =>
    connection
      .select({ id: leadCategories.id })
      .from(leadCategories)
      .where(
        and(
          eq(leadCategories.locationId, sql.placeholder("locationId")),
          reference ? eq(leadCategories.number, sql.placeholder("number")) : leadCategories.isDefault,
        ),
      ),
  );
  const [category] = await query.execute({ locationId: context.location.id, number: reference?.number });
  return category ?? null;
}

/** The active member of the location with this username, else with this email address; or null. */
async function findMember(transaction: ReadTransaction, context: Context, username: string, email: string | null) {
  const hasUsername = sql`lower(${users.username}) = lower(${username})`;
  const [member] = await transaction
    .select({ id: users.id, username: users.username })
    .from(members)
    .innerJoin(users, and(eq(users.companyId, members.companyId), eq(users.id, members.userId)))
    .where(and(worksIn(context.location.id), or(hasUsername, email ? eq(users.emailNormal, email) : undefined)))
    .orderBy(sql`${hasUsername} desc`)
    .limit(1);
  return member ?? null;
}

/** The active member of the location with this id, or null. */
export async function findMemberById(transaction: ReadTransaction, context: Context, id: string) {
  const [member] = await transaction
    .select({ id: users.id, name: users.name, username: users.username })
    .from(members)
    .innerJoin(users, and(eq(users.companyId, members.companyId), eq(users.id, members.userId)))
    .where(and(worksIn(context.location.id), eq(members.userId, id)));
  return member ?? null;
}

/** The active member of the location with this username, or null. */
export const findMemberByUsername = (transaction: ReadTransaction, context: Context, username: string) =>
  findMember(transaction, context, username, null);

/**
 * Whom a command makes the owner: undefined when it says nothing about that. Free words for an owner
 * may be a username or an email address, and null answers those that name nobody here.
 */
export async function findOwner(
  transaction: ReadTransaction,
  context: Context,
  { owner, ownerReference }: LeadChanges,
) {
  if (owner)
    return "id" in owner
      ? findMemberById(transaction, context, owner.id)
      : findMember(transaction, context, owner.username, null);
  if (ownerReference === undefined) return undefined;
  return findMember(transaction, context, ownerReference, normalEmail(ownerReference));
}

/**
 * Living contacts with this email or this phone, those with the email first, the oldest first. Until the
 * transaction ends nobody else makes one of these addresses, and nobody changes or deletes those that are there.
 */
export async function holdSamePeople(
  transaction: Transaction,
  context: Context,
  person: { email?: string | null; phone?: string | null },
) {
  const email = person.email ? normalEmail(person.email) : null;
  const phone = person.phone ? normalPhone(person.phone, context.location.country) : null;
  if (!email && !phone) return [];
  const sameEmail = email ? eq(contacts.emailNormal, sql.placeholder("email")) : undefined;
  const samePhone = phone ? eq(contacts.phoneNormal, sql.placeholder("phone")) : undefined;
  const query = prepared(transaction, `same people, ${email !== null}, ${phone !== null}`, () =>
    transaction
      .select()
      .from(contacts)
      .where(
        and(
          eq(contacts.locationId, sql.placeholder("locationId")),
          isNull(contacts.deletedAt),
          or(sameEmail, samePhone),
        ),
      )
      .orderBy(...(sameEmail ? [sql`(${sameEmail}) desc nulls last`] : []), asc(contacts.id))
      .limit(10)
      .for("no key update"),
  );
  const [, people] = await Promise.all([
    holdAddresses(transaction, context, { emailNormal: email, phoneNormal: phone }),
    query.execute({ locationId: context.location.id, email, phone }),
  ]);
  return people;
}

/** Keeps a contact from being deleted until the transaction ends. @throws Invalid at `contactId` when it was. */
export async function holdPerson(transaction: Transaction, { location }: Context, contactId: string): Promise<void> {
  const held = await transaction
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.locationId, location.id), eq(contacts.id, contactId), isNull(contacts.deletedAt)))
    .for("no key update");
  if (held.length === 0) throw Invalid.field("contactId", "unknown", "There is no such contact in the location.");
}

/** The rows that a command's references name, with an issue for each that names nothing. */
export async function resolveReferences(transaction: ReadTransaction, context: Context, changes: LeadChanges) {
  const [stage, category, owner] = await Promise.all([
    findStage(transaction, context, changes.stage),
    findCategory(transaction, context, changes.category),
    findOwner(transaction, context, changes),
  ]);
  const issues: Issue[] = [];
  if (!stage)
    issues.push({
      path: ["stage"],
      rule: "unknown",
      message: "There is no such stage. Choose one of the location's stages.",
    });
  if (!category)
    issues.push({
      path: ["category"],
      rule: "unknown",
      message: "There is no such category. Choose one of the location's lead categories.",
    });
  if (changes.owner && !owner)
    issues.push({ path: ["owner"], rule: "unknown", message: "There is no such user in the location." });
  return { stage, category, owner, issues };
}
