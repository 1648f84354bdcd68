import { createHash } from "node:crypto";
import type { PoolClient, QueryConfig } from "pg";
import { processWide } from "@/lib/kit/process-wide";

/** So many texts get a name. Those beyond are parsed and planned each time, which is slow but not wrong. */
const mostNames = 1000;
/** How well a pattern narrows depends on the pattern: such a statement is planned for its values, every time. */
const plannedByValue = /\b(i?like|explain)\b/i;

const names = () => processWide("data.statement-names", () => new Map<string, string | undefined>());

function nameOf(text: string): string | undefined {
  const known = names();
  if (known.has(text)) return known.get(text);
  if (known.size >= mostNames) return undefined;
  const name = plannedByValue.test(text)
    ? undefined
    : `s${createHash("sha1").update(text).digest("base64url").slice(0, 20)}`;
  known.set(text, name);
  return name;
}

const closed = new WeakSet<PoolClient>();

/** Refuses (or takes again) statements through the handle of this connection: its transaction has ended. */
export function closeStatements(client: PoolClient, isClosed: boolean): void {
  if (isClosed) closed.add(client);
  else closed.delete(client);
}

/**
 * The client, with its parametrised statements named by their text: the server then parses and plans
 * each once per connection, which for a lead's seven tables costs more than running it.
 */
export function withNamedStatements(client: PoolClient): PoolClient {
  const query = (config: QueryConfig, values?: unknown[]) => {
    if (closed.has(client)) throw new Error("This statement comes after the end of its transaction.");
    const name = values && values.length > 0 ? nameOf(config.text) : undefined;
    return client.query(name ? { ...config, name } : config, values);
  };
  // Drizzle calls `query` and nothing else.
  return new Proxy(client, {
    get: (target, property): unknown => (property === "query" ? query : Reflect.get(target, property)),
  });
}
