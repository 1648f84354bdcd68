import { drizzle } from "drizzle-orm/node-postgres";
import type { PoolClient, QueryConfig } from "pg";
import { socketOf } from "@/db/client-socket";
import type { Context } from "@/lib/access/context";
import type { NewEvent } from "@/lib/events/catalogue";
import { noticesOf } from "@/lib/events/notices";
import { jobKinds } from "@/lib/jobs/catalogue";
import { isId, newId } from "@/lib/kit/id";
import { isRetryable, translateDatabaseError } from "./database-errors";
import { closeStatements, withNamedStatements } from "./named-statements";
import { pool } from "./pool";
import type { ReadTransaction, Transaction } from "./transaction";

type DatabaseRole = "leadwright_app" | "leadwright_system" | "leadwright_access";

/** What a change answers: its result, and at least one event that says what happened, or that nothing was changed. */
export type Change<Result> = { result: Result } & ({ events: [NewEvent, ...NewEvent[]] } | { unchanged: true });

const attempts = 3;

/**
 * Reads as the caller's location, in one read-only transaction. The only way to read tenant data.
 * @throws Unavailable when the database can not be reached.
 */
export function read<Result>(
  context: Context,
  work: (transaction: ReadTransaction) => Promise<Result>,
): Promise<Result> {
  if (context.transaction) return work(context.transaction);
  return inTransaction(`begin read only;${tenantSettings(context)}`, async (transaction) => ({
    result: await work(transaction),
  }));
}

/**
 * Reads as `read` does, with every statement of `work` seeing the data of one moment, however long it
 * takes: for what is written down as a whole.
 */
export function readSnapshot<Result>(
  context: Context,
  work: (transaction: ReadTransaction) => Promise<Result>,
): Promise<Result> {
  return inTransaction(
    `begin isolation level repeatable read read only;${tenantSettings(context)}`,
    async (transaction) => ({ result: await work(transaction) }),
  );
}

/**
 * Reads as `read` does, in one trip: `work` has to hand over all of its statements before it waits for
 * the first, for the transaction closes right behind them. A statement that comes later is refused.
 */
export function readAtOnce<Result>(
  context: Context,
  work: (transaction: ReadTransaction) => Promise<Result>,
): Promise<Result> {
  if (context.transaction) return work(context.transaction);
  return inOneTrip(`begin read only;${tenantSettings(context)}`, work);
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
  const { transaction } = context;
  if (transaction) {
    const done = await work(transaction, context);
    if ("events" in done) await clientOf(transaction).query(insertEvents(context, done.events));
    return done.result;
  }
  return transact(context, async (inside) => {
    const done = await work(inside.transaction, inside);
    return { result: done.result, closing: "events" in done ? insertEvents(inside, done.events) : undefined };
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
  return transact(context, async (inside) => ({ result: await work(inside) }));
}

/**
 * Works across tenants, as maintenance does. Every caller is listed in the lint rules; `reason` says
 * in the database's own activity view what is going on.
 */
export function asSystem<Result>(reason: string, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const name = reason.replace(/[^\w .-]/g, "").slice(0, 60);
  return inTransaction(
    `begin;${roleSetting("leadwright_system")}, set_config('application_name', 'leadwright ${name}', true)`,
    async (transaction) => ({ result: await work(transaction) }),
  );
}

/** Finds out who calls, before there is a tenant: sessions, tokens, users. For lib/access and lib/users. */
export function asAccess<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  return inTransaction(`begin;${roleSetting("leadwright_access")}`, async (transaction) => ({
    result: await work(transaction),
  }));
}

/** What the work of a transaction answers, and the statement that goes out with the commit. */
type Done<Result> = { result: Result; closing?: QueryConfig };

async function transact<Result>(
  context: Context,
  work: (inside: Context & { transaction: Transaction }) => Promise<Done<Result>>,
): Promise<Result> {
  const opening = `begin;${tenantSettings(context)}`;
  const { written } = context;
  const earlier = written?.length ?? 0;
  for (let attempt = 1; ; attempt++) {
    // What a transaction wrote that did not come to be is not there.
    written?.splice(earlier);
    try {
      return await inTransaction(opening, (transaction) => work({ ...context, transaction }));
    } catch (error) {
      if (attempt === attempts || !isRetryable(error)) throw error;
    }
  }
}

/**
 * One transaction on one connection. The opening leaves with the first statement of `work`, and the
 * closing statement with the commit: neither waits for an answer of its own.
 */
async function inTransaction<Result>(
  opening: string,
  work: (transaction: Transaction) => Promise<Done<Result>>,
): Promise<Result> {
  const client = await connect();
  const opened = open(client, opening);
  try {
    const { result, closing } = await work(transactionOf(client));
    const [failure, , committed] = await held(client, () =>
      Promise.all([opened, closing ? client.query(closing) : null, client.query("commit")]),
    );
    if (failure) throw failure;
    // A failed statement whose error somebody swallowed turns the commit into a rollback.
    if (committed.command !== "COMMIT")
      throw new Error("The transaction was rolled back: one of its statements had failed.");
    client.release();
    return result;
  } catch (error) {
    // A connection that can not even roll back is thrown away.
    await client.query("rollback").then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    );
    throw translateDatabaseError((await opened) ?? error);
  }
}

/** One transaction whose statements all leave in one write, the commit behind them. */
async function inOneTrip<Result>(
  opening: string,
  work: (transaction: ReadTransaction) => Promise<Result>,
): Promise<Result> {
  const client = await connect();
  const opened = open(client, opening);
  const transaction = transactionOf(client);
  const closed = new Promise<unknown>((resolve) => {
    process.nextTick(() => {
      const commit = client.query("commit");
      closeStatements(client, true);
      resolve(commit.catch((error: Error) => error));
    });
  });
  try {
    return await work(transaction);
  } catch (error) {
    throw translateDatabaseError((await opened) ?? error);
  } finally {
    const failure = await closed;
    closeStatements(client, false);
    client.release(failure instanceof Error ? failure : undefined);
  }
}

/** Sends the opening, held back until the first statement has been handed over. Answers why it failed, if it did. */
function open(client: PoolClient, opening: string): Promise<Error | null> {
  const socket = socketOf(client);
  socket?.cork();
  // The tick comes when `work` has done all it can without an answer.
  process.nextTick(() => process.nextTick(() => socket?.uncork()));
  return client.query(opening).then(
    () => null,
    (error: Error) => error,
  );
}

/** Everything that `send` hands over leaves in one write. */
function held<Answer>(client: PoolClient, send: () => Answer): Answer {
  const socket = socketOf(client);
  socket?.cork();
  try {
    return send();
  } finally {
    socket?.uncork();
  }
}

function connect(): Promise<PoolClient> {
  return pool()
    .connect()
    .catch((error: unknown) => {
      throw translateDatabaseError(error);
    });
}

type Handles = { transactions: WeakMap<PoolClient, Transaction>; clients: WeakMap<object, PoolClient> };
const handles: Handles = { transactions: new WeakMap(), clients: new WeakMap() };

/** The drizzle handle of a connection, the same each time: prepared queries are kept by it. */
function transactionOf(client: PoolClient): Transaction {
  const known = handles.transactions.get(client);
  if (known) return known;
  const handle = drizzle(withNamedStatements(client), { casing: "snake_case" });
  handles.transactions.set(client, handle);
  handles.clients.set(handle, client);
  return handle;
}

function clientOf(transaction: Transaction): PoolClient {
  const client = handles.clients.get(transaction);
  if (!client) throw new Error("This transaction was not opened by a door.");
  return client;
}

const roleSetting = (role: DatabaseRole) => `select set_config('role', '${role}', true)`;

/** The settings that row-level security reads. The simple protocol takes no parameters, so the ids' shape is checked. */
function tenantSettings({ location }: Context): string {
  if (!isId(location.id) || !isId(location.companyId)) throw new Error("A location's id has the wrong shape.");
  return `${roleSetting("leadwright_app")}, set_config('app.location_id', '${location.id}', true), set_config('app.company_id', '${location.companyId}', true)`;
}

/**
 * The statement that appends events, however many, as one array of JSON; and the notifications of those
 * they concern, so that neither is there without the other.
 */
function insertEvents(context: Context, events: NewEvent[]): QueryConfig {
  const { actor, location, now, written, partOfId = null, importId = null } = context;
  const rows = events.map(({ subject, contactId, opportunityId, before, after, type }) => ({
    id: newId(),
    type,
    subject_type: subject.type,
    subject_id: subject.id,
    contact_id: contactId,
    opportunity_id: opportunityId,
    before,
    after,
  }));
  written?.push(...rows.map(({ id }) => id));
  const actorId = actor.type === "system" ? null : actor.id;
  const values = [location.id, actor.type, actorId, actor.name, now, JSON.stringify(rows), partOfId, importId];
  const notices = context.tellsNobody ? [] : noticesOf(events, actorId);
  if (notices.length === 0) return { name: "append_events", text: appendEvents, values };
  const told = notices.map(({ userId, kind, subjectType, subjectId, contactId, opportunityId, count }) => ({
    id: newId(),
    user_id: userId,
    kind,
    subject_type: subjectType,
    subject_id: subjectId,
    contact_id: contactId,
    opportunity_id: opportunityId,
    count,
  }));
  const gatheredAs = context.toldAs ?? partOfId ?? rows[0]?.id;
  return {
    name: "append_events_and_notify",
    text: appendEventsAndNotify,
    values: [...values, JSON.stringify(told), gatheredAs, jobKinds.mail_notifications.attempts],
  };
}

const appendEvents = `
  insert into events (location_id, actor_type, actor_id, actor_name, occurred_at, part_of_id, import_id, id, type, subject_type, subject_id, contact_id, opportunity_id, before, after)
  select $1, $2, $3, $4, $5, $7, $8, e.* from jsonb_to_recordset($6)
    as e(id text, type text, subject_type text, subject_id text, contact_id text, opportunity_id text, before jsonb, after jsonb)`;

// Mail waits for a minute: what comes in a row goes into one, and what was read meanwhile into none.
const appendEventsAndNotify = `
  with happened as (${appendEvents}),
  told as (
    insert into notifications (location_id, gathered_as, actor_name, created_at, id, user_id, kind, subject_type, subject_id, contact_id, opportunity_id, count, in_app, mail)
    select $1, $10, case when $2::text = 'system' then null else $4 end, $5, n.*, coalesce(p.in_app, true), case when p.by_mail then 'waiting' else 'none' end
    from jsonb_to_recordset($9)
      as n(id text, user_id text, kind text, subject_type text, subject_id text, contact_id text, opportunity_id text, count integer)
    join members m on m.location_id = $1 and m.user_id = n.user_id and m.deactivated_at is null
    left join notification_preferences p on p.location_id = $1 and p.user_id = n.user_id and p.kind = n.kind
    where coalesce(p.in_app, true) or coalesce(p.by_mail, false)
    on conflict (location_id, user_id, kind, subject_type, gathered_as) do update
      set count = notifications.count + excluded.count, subject_id = null, contact_id = null, opportunity_id = null,
        in_app = excluded.in_app, mail = excluded.mail, read_at = null, updated_at = now()
    returning user_id, mail
  )
  select enqueue_job('mail_notifications', json_build_object('locationId', $1::text, 'userId', user_id), user_id, now() + interval '1 minute', $11)
  from told where mail = 'waiting'`;
