import { createRequire } from "node:module";
import type next from "next";
import { authSecret } from "@/lib/config/auth-secret";
import { environment } from "@/lib/config/environment";

type NextApp = ReturnType<typeof next>;

/** The screens, built before, ready to answer. */
export async function startNext(root: string, host: string, port: number): Promise<NextApp> {
  // Required, not imported: it must not load before its environment is set. A CommonJS module has no types here.
  const create = createRequire(import.meta.url)("next") as typeof next;
  const app = create({ dev: false, dir: root, hostname: host, port });
  await app.prepare();
  return app;
}

/** What Next and next-auth read from the environment of the process. Before either is loaded. */
export function setNextEnvironment(): void {
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  process.env.NEXTAUTH_SECRET = authSecret();
  if (environment.APP_URL) process.env.NEXTAUTH_URL = environment.APP_URL;
  // Our server lets no client say what host it came to: Next's word about it can be trusted.
  else process.env.AUTH_TRUST_HOST = "true";
}
