import { drizzle } from "drizzle-orm/node-postgres";
import type { PoolClient } from "pg";
import { events as eventsTable } from "@/db/schema/activity";
import { type Context, userIdOf } from "@/lib/access/context";
import type { NewEvent } from "@/lib/events/catalogue";
import { isId, newId } from "@/lib/kit/id";
import { isRetryable, translateDatabaseError } from "./database-errors";
import { withNamedStatements } from "./named-statements";
import { pool } from "./pool";
import type { ReadTransaction, Transaction } from "./transaction";

type DatabaseRole = "leadwright_app" | "leadwright_system" | "leadwright_access";

/** What a change answers: its result, and at least one event that says what happened. */
export type Change<Result> = { result: Result; events: [NewEvent, ...NewEvent[]] };

const attempts = 3;

/**
 * Reads as the caller's location, in one read-only transaction. The only way to read tenant data.
 * @throws Unavailable when the database can not be reached.
 */
export function read<Result>(context: Context, work: (transaction: ReadTransaction) => Promise<Result>): Promise<Result> {
  if (context.transaction) return work(context.transaction);
  return inTransaction(`begin read only;${tenantSettings(context)}`, work);
}

/**
 * Changes rows of the caller's location and writes the events that say so, in one transaction; joins
 * the one that `context` carries. Runs `work` again when the database says it lost against another
 * transaction, so `work` must do nothing but use the transaction.
 * @throws DomainError for a constraint that people can act on; Unavailable without a database.
 */
export async function change<Result>(
  context: Context,
  work: (transaction: Transaction, inside: Context) => Promise<Change<Result>>,
): Promise<Result> {
  if (context.transaction) {
    const { result, events } = await work(context.transaction, context);
    await appendEvents(context.transaction, context, events);
    return result;
  }
  return transact(context, async (inside) => {
    const { result, events } = await work(inside.transaction, inside);
    return { result, last: appendEvents(inside.transaction, inside, events) };
  });
}

/**
 * Runs `work` with a context that carries one transaction: every `change` in it joins, and all of it
 * is kept or none.
 */
export function together<Result>(
  context: Context,
  work: (inside: Context & { transaction: Transaction }) => Promise<Result>,
): Promise<Result> {
  if (context.transaction) return work({ ...context, transaction: context.transaction });
  return transact(context, async (inside) => ({ result: await work(inside), last: null }));
}

/**
 * Works across tenants, as maintenance does. Every caller is listed in the lint rules; `reason` says
 * in the database's own activity view what is going on.
 */
export function asSystem<Result>(reason: string, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const name = reason.replace(/[^\w .-]/g, "").slice(0, 60);
  return inTransaction(`begin;${roleSetting("leadwright_system")}, set_config('application_name', 'leadwright ${name}', true)`, work);
}

/** Finds out who calls, before there is a tenant: sessions, tokens, users. For lib/access and lib/users. */
export function asAccess<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  return inTransaction(`begin;${roleSetting("leadwright_access")}`, work);
}

async function transact<Result>(
  context: Context,
  work: (inside: Context & { transaction: Transaction }) => Promise<{ result: Result; last: Promise<void> | null }>,
): Promise<Result> {
  const opening = `begin;${tenantSettings(context)}`;
  for (let attempt = 1; ; attempt++) {
    try {
      let last: Promise<void> | null = null;
      return await inTransaction(
        opening,
        async (transaction) => {
          const done = await work({ ...context, transaction });
          last = done.last;
          return done.result;
        },
        () => last,
      );
    } catch (error) {
      if (attempt === attempts || !isRetryable(error)) throw error;
    }
  }
}

/**
 * One transaction on one connection. The opening is on its way with the first statement of `work`,
 * and what `last` answers (a statement already sent) with the commit.
 */
async function inTransaction<Result>(
  opening: string,
  work: (transaction: Transaction) => Promise<Result>,
  last: () => Promise<void> | null = () => null,
): Promise<Result> {
  const client = await pool().connect().catch((error: unknown) => {
    throw translateDatabaseError(error);
  });
  let broken: Error | undefined;
  const opened = client.query(opening).catch((error: Error) => {
    broken = error;
  });
  try {
    const result = await work(transactionOf(client));
    const [, , committed] = await Promise.all([opened, last(), client.query("commit")]);
    if (broken) throw broken;
    // A failed statement whose error somebody swallowed turns the commit into a rollback.
    if (committed.command !== "COMMIT") throw new Error("The transaction was rolled back: one of its statements had failed.");
    client.release();
    return result;
  } catch (error) {
    // A connection that can not even roll back is thrown away.
    await client.query("rollback").then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    );
    throw translateDatabaseError(broken ?? error);
  }
}

const handles = new WeakMap<PoolClient, Transaction>();

function transactionOf(client: PoolClient): Transaction {
  const known = handles.get(client);
  if (known) return known;
  const handle = drizzle(withNamedStatements(client), { casing: "snake_case" });
  handles.set(client, handle);
  return handle;
}

const roleSetting = (role: DatabaseRole) => `select set_config('role', '${role}', true)`;

/** The settings that row-level security reads. The simple protocol takes no parameters, so the ids' shape is checked. */
function tenantSettings({ location }: Context): string {
  if (!isId(location.id) || !isId(location.companyId)) throw new Error("A location's id has the wrong shape.");
  return `${roleSetting("leadwright_app")}, set_config('app.location_id', '${location.id}', true), set_config('app.company_id', '${location.companyId}', true)`;
}

async function appendEvents(transaction: Transaction, context: Context, events: NewEvent[]): Promise<void> {
  const { actor } = context;
  await transaction.insert(eventsTable).values(
    events.map((event) => ({
      locationId: context.location.id,
      id: newId(),
      actorType: actor.type,
      actorId: actor.type === "key" ? actor.id : userIdOf(context),
      actorName: actor.name,
      type: event.type,
      subjectType: event.subject.type,
      subjectId: event.subject.id,
      contactId: event.contactId ?? null,
      opportunityId: event.opportunityId ?? null,
      before: event.before ?? null,
      after: event.after ?? null,
      occurredAt: context.now,
    })),
  );
}
