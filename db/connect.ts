import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { errorCode, SetupError } from "@/lib/kit/setup-error";
import { endClient, socketOf } from "./client-socket";

const oldestVersion = 15;
const connectMilliseconds = 10_000;
const startingUpMilliseconds = 30_000;

/**
 * One connection for maintenance: migrations, backups, administration. Waits up to 30 s for a
 * server that is just starting, and 10 s for one that says nothing.
 *
 * @param signal cuts the connection off, before it is made or after.
 * @throws {SetupError} for a server that is out of reach, refuses us, does not answer, or is older than
 * PostgreSQL 15; the reason of `signal` when that was quicker.
 */
export async function connect(
  connectionString: string,
  applicationName: string,
  signal?: AbortSignal,
): Promise<Client> {
  const deadline = Date.now() + startingUpMilliseconds;
  for (;;) {
    try {
      return await open(connectionString, applicationName, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (errorCode(error) !== "57P03" || Date.now() > deadline) throw explained(error, connectionString);
      await wait(250, undefined, { signal });
    }
  }
}

async function open(connectionString: string, applicationName: string, signal?: AbortSignal): Promise<Client> {
  signal?.throwIfAborted();
  const client = newClient(connectionString, applicationName);
  const cut = () => void socketOf(client)?.destroy();
  signal?.addEventListener("abort", cut);
  let isLate = false;
  // Covers the first answer as well: a server may let us in and then say nothing.
  const patience = setTimeout(() => {
    isLate = true;
    cut();
  }, connectMilliseconds);
  // A connection lost between two statements fails the next one; without a listener it would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: string }>(
      "select current_setting('server_version') as version, current_setting('server_version_num') as number",
    );
    const server = rows[0];
    if (server && Math.floor(Number(server.number) / 10_000) < oldestVersion) {
      throw new SetupError(
        `The database server is PostgreSQL ${server.version}; Leadwright needs ${oldestVersion} or later. ` +
          "Upgrade it, or point DATABASE_URL at a newer one (without DATABASE_URL, Leadwright brings its own).",
      );
    }
    return client;
  } catch (error) {
    signal?.removeEventListener("abort", cut);
    const reason = isLate ? new Error(`no answer within ${connectMilliseconds / 1000} s`, { cause: error }) : error;
    await endClient(client);
    throw reason;
  } finally {
    clearTimeout(patience);
  }
}

function newClient(connectionString: string, applicationName: string): Client {
  try {
    return new Client({ connectionString, application_name: applicationName });
  } catch {
    throw new SetupError(
      "DATABASE_URL is no connection string. It looks like postgres://user:password@host:5432/database.",
    );
  }
}

function explained(error: unknown, connectionString: string): unknown {
  if (error instanceof SetupError) return error;
  const { host, user, database } = placeOf(connectionString);
  const code = errorCode(error) ?? "";
  const reason = error instanceof Error ? error.message : String(error);
  const problem = (text: string) => new SetupError(text, { cause: error });
  if (/^(28P01|28000)$/.test(code) || /password must be a string|SASL/.test(reason)) {
    return problem(
      `The database at ${host} refuses the user ${user} (${reason}). Check user and password in DATABASE_URL.`,
    );
  }
  if (code === "3D000")
    return problem(`There is no database ${database} at ${host}. Create it, or correct DATABASE_URL.`);
  if (code === "53300")
    return problem(
      `The database at ${host} has no connection left (${reason}). Raise its max_connections or lower DATABASE_POOL_SIZE.`,
    );
  return problem(
    `The database at ${host} can not be reached (${reason || code}). Check that it runs and that DATABASE_URL is right.`,
  );
}

/** What a connection string points at, for people to read: never its password. */
export function placeOf(connectionString: string): { host: string; user: string; database: string } {
  try {
    const url = new URL(connectionString);
    const host = url.searchParams.get("host") ?? (url.port ? `${url.hostname}:${url.port}` : url.hostname);
    return { host, user: decodeURIComponent(url.username), database: url.pathname.slice(1) };
  } catch {
    return { host: "the address in DATABASE_URL", user: "", database: "" };
  }
}
