import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Client } from "pg";
import { z } from "zod";
import { errorCode, SetupError } from "@/lib/kit/setup-error";
import { endClient } from "./client-socket";
import { connect } from "./connect";
import { migrateQueue } from "./migrate-queue";

/** The roles that transactions take. They log in nowhere and own nothing. */
const roles = ["leadwright_app", "leadwright_system", "leadwright_access"];
const migrationsLock = 7_501_002;
// From the root, where every process works: Next bundles this file to another place.
const ownFolder = resolve("db", "migrations");

type Migration = { name: string; madeAt: number; text: string };

export type MigrateOptions = {
  /** Told each migration before it is applied. */
  onProgress?: (migration: string) => void;
  /** Holds the migrations as drizzle-kit writes them. Default: ours. */
  folder?: string;
  /** Breaks off: of the migration under way nothing is kept. */
  signal?: AbortSignal;
};

/**
 * Brings the database up to date: applies, one transaction each, the migrations it has not seen, and
 * makes sure that this login may take the roles of the app. Several processes may do so at once: one works,
 * the others wait.
 *
 * @returns the names of the migrations applied.
 * @throws {SetupError} for a database out of reach, too old, ahead of this version, or a migration that fails.
 */
export async function migrate(
  connectionString: string,
  { onProgress = () => {}, folder = ownFolder, signal }: MigrateOptions = {},
): Promise<string[]> {
  const client = await connect(connectionString, "leadwright migrations", signal);
  try {
    await client.query("select pg_advisory_lock($1)", [migrationsLock]);
    const pending = await pendingMigrations(client, readMigrations(folder));
    for (const migration of pending) {
      onProgress(migration.name);
      await apply(client, migration);
      // The next ones may work as a role that this one made.
      await takeRoles(client);
    }
    await permitted(client, () => migrateQueue(connectionString));
    await takeRoles(client);
    return pending.map(({ name }) => name);
  } finally {
    await endClient(client);
  }
}

/** The names of the migrations that the database has not seen, oldest first. For the readiness check. */
export async function findPendingMigrations(client: Pick<Client, "query">): Promise<string[]> {
  const applied = await appliedTimes(client);
  return readMigrations(ownFolder)
    .filter(({ madeAt }) => !applied.has(madeAt))
    .map(({ name }) => name);
}

/**
 * Applies, within the transaction that `client` is in, the migrations it has not seen, up to the one
 * made at `until`. For a restore, which rebuilds the tables as the backup knew them.
 *
 * @throws {SetupError} as `migrate`; the transaction is then rolled back.
 */
export async function migrateWithin(client: Client, until = Number.POSITIVE_INFINITY): Promise<void> {
  for (const migration of await pendingMigrations(client, readMigrations(ownFolder))) {
    if (migration.madeAt <= until) await applyWithin(client, migration);
  }
}

/** When the migrations that the database has seen were made, oldest first; empty for a database that is not ours. */
export async function appliedMigrations(client: Pick<Client, "query">): Promise<number[]> {
  const { rows } = await client.query<{ found: string | null }>(findRecord);
  return rows[0]?.found ? [...(await appliedTimes(client))].toSorted((one, other) => one - other) : [];
}

/** When the newest migration of this version of Leadwright was made. */
export const newestMigration = (): number => readMigrations(ownFolder).at(-1)?.madeAt ?? 0;

const findRecord = "select to_regclass('drizzle.__drizzle_migrations') as found";

const Journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) });

function readMigrations(folder: string): Migration[] {
  const journal = Journal.parse(JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")));
  return journal.entries.map(({ when, tag }) => ({
    name: `${tag}.sql`,
    madeAt: when,
    text: readFileSync(join(folder, `${tag}.sql`), "utf8"),
  }));
}

async function pendingMigrations(client: Client, known: Migration[]): Promise<Migration[]> {
  await createRecord(client);
  const applied = await appliedTimes(client);
  const latest = known.at(-1)?.madeAt ?? 0;
  if ([...applied].some((madeAt) => madeAt > latest)) {
    throw new SetupError(
      "The database was used by a newer version of Leadwright, whose changes this version does not know. " +
        "Start that version again, or restore a backup into an empty database.",
    );
  }
  return known.filter(({ madeAt }) => !applied.has(madeAt));
}

/** The record has the place and form that drizzle-kit expects, so its own tools work on the database too. */
async function createRecord(client: Client): Promise<void> {
  const { rows } = await client.query<{ found: string | null }>(findRecord);
  if (rows[0]?.found) return;
  await permitted(client, async () => {
    await client.query("create schema if not exists drizzle");
    await client.query(
      "create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
    );
  });
}

async function appliedTimes(client: Pick<Client, "query">): Promise<Set<number>> {
  const { rows } = await client.query<{ created_at: string }>("select created_at from drizzle.__drizzle_migrations");
  return new Set(rows.map((row) => Number(row.created_at)));
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await applyWithin(client, migration);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

async function applyWithin(client: Client, { name, madeAt, text }: Migration): Promise<void> {
  try {
    for (const statement of text.split("--> statement-breakpoint")) await client.query(statement);
    const hash = createHash("sha256").update(text).digest("hex");
    await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [hash, madeAt]);
  } catch (error) {
    await client.query("rollback").catch(() => {});
    if (errorCode(error) === "42501") throw await forbidden(client, error);
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(
      `The migration db/migrations/${name} failed: ${reason}. Nothing of it was kept; the database is as it was before. ` +
        "Mend the cause and start again, or go back to the version of Leadwright you had.",
      { cause: error },
    );
  }
}

/** A login that made the roles may still not take them (PostgreSQL 16 and later). */
async function takeRoles(client: Client): Promise<void> {
  for (const role of roles) {
    const taken = await client.query(`set role ${role}`).then(
      () => true,
      () => false,
    );
    await client.query("reset role");
    if (!taken) await permitted(client, () => client.query(`grant ${role} to current_user`));
  }
}

async function permitted(client: Client, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw errorCode(error) === "42501" ? await forbidden(client, error) : error;
  }
}

async function forbidden(client: Client, cause: unknown): Promise<SetupError> {
  const { rows } = await client.query<{ user: string; database: string }>(
    `select quote_ident(current_user) as "user", quote_ident(current_database()) as database`,
  );
  const { user, database } = rows[0] ?? { user: "the user of DATABASE_URL", database: "the database" };
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SetupError(
    [
      `The database user ${user} may not set up the database (${reason}).`,
      "Let an administrator of the database run this once, then start again:",
      ...roles.map((role) => `  create role ${role} nologin nobypassrls;`),
      `  grant ${roles.join(", ")} to ${user};`,
      `  alter database ${database} owner to ${user};`,
    ].join("\n"),
    { cause },
  );
}
