import type { Writable } from "node:stream";
import type { Client, ClientBase } from "pg";

const goodbyeMilliseconds = 2000;

/** A connection's socket, which node-postgres has but does not type. */
export const socketOf = (client: ClientBase): Writable | undefined =>
  (client as ClientBase & { connection?: { stream?: Writable } }).connection?.stream;

/** Ends a connection, whatever its server does: one that does not hang up within 2 s is cut off. */
export async function endClient(client: Client): Promise<void> {
  const cut = setTimeout(() => socketOf(client)?.destroy(), goodbyeMilliseconds);
  try {
    await client.end();
  } catch {
    // It was lost already.
  } finally {
    clearTimeout(cut);
  }
}
