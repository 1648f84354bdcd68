import { createRequire } from "node:module";
import type next from "next";

type NextApp = ReturnType<typeof next>;

/** The screens, built before, ready to answer. */
export async function startNext(root: string, host: string, port: number): Promise<NextApp> {
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  // Required, not imported: it must not load before its environment is set. A CommonJS module has no types here.
  const create = createRequire(import.meta.url)("next") as typeof next;
  const app = create({ dev: false, dir: root, hostname: host, port });
  await app.prepare();
  return app;
}
