const registry = Symbol.for("leadwright.process-wide");
type Registry = Map<string, unknown>;

/**
 * One value per process under `name`, made at the first call. Next's bundles and the API's own
 * door are separate module instances in one process; pools and caches must not exist twice.
 */
export function processWide<Value>(name: string, create: () => Value): Value {
  // The symbol is ours alone.
  const holder = globalThis as typeof globalThis & { [registry]?: Registry };
  const values = (holder[registry] ??= new Map());
  if (!values.has(name)) values.set(name, create());
  // The name is the key of exactly one type: each caller is the only one that uses it.
  return values.get(name) as Value;
}
