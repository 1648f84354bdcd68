import { Client } from "pg";
import { endClient } from "@/db/client-socket";
import { environment } from "@/lib/config/environment";
import { processWide } from "@/lib/kit/process-wide";
import { databaseUrl } from "./pool";

type Listener = (payload: string) => void;
type State = { listeners: Map<string, Set<Listener>>; client: Client | undefined; wanted: boolean };

const state = (): State =>
  processWide<State>("data.announcements", () => ({ listeners: new Map(), client: undefined, wanted: false }));
const retryMilliseconds = 1000;

/**
 * Calls `listener` with the payload of every notification on `channel`, and with "" after a lost
 * connection came back (something may have been missed). Answers a function that stops it. One
 * connection per process listens, past the pooler where there is one.
 */
export function listen(channel: string, listener: Listener): () => void {
  const { listeners } = state();
  const known = listeners.get(channel);
  const ours = known ?? new Set();
  listeners.set(channel, ours.add(listener));
  if (!state().wanted) {
    state().wanted = true;
    void connect();
  } else if (!known) {
    void state()
      .client?.query(`listen ${channel}`)
      .catch(() => {});
  }
  return () => void ours.delete(listener);
}

/** Stops listening: the process is about to end. */
export async function stopListening(): Promise<void> {
  const current = state();
  current.wanted = false;
  const { client } = current;
  current.client = undefined;
  if (client) await endClient(client);
}

async function connect(): Promise<void> {
  const current = state();
  if (!current.wanted) return;
  const client = new Client({
    connectionString: environment.DATABASE_DIRECT_URL ?? databaseUrl(),
    application_name: "leadwright listener",
    // Whoever begins to listen waits for nobody.
    pipeline: true,
  });
  let lost = false;
  const reconnect = () => {
    if (lost) return;
    lost = true;
    current.client = undefined;
    void endClient(client);
    setTimeout(() => void connect(), retryMilliseconds).unref();
  };
  client.on("error", reconnect);
  client.on("end", reconnect);
  client.on("notification", ({ channel, payload }) => {
    for (const listener of current.listeners.get(channel) ?? []) listener(payload ?? "");
  });
  try {
    await client.connect();
    current.client = client;
    for (const channel of current.listeners.keys()) await client.query(`listen ${channel}`);
    for (const listeners of current.listeners.values()) for (const listener of listeners) listener("");
  } catch {
    reconnect();
  }
}
