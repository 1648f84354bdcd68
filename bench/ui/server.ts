import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type BrowserContextOptions, request } from "@playwright/test";
import { z } from "zod";
import { SetupError } from "@/lib/kit/setup-error";
import { definedEnvironment } from "@/scripts/testing/browser";
import { freePort } from "@/scripts/testing/free-port";

/** The product on demo data of its own, and the session of a signed-in administrator. */
export type Demo = { url: string; session: BrowserContextOptions["storageState"]; stop: () => Promise<void> };

const Keys = z.object({
  users: z.array(z.object({ username: z.string(), password: z.string(), role: z.string() })),
});
const longestStartMilliseconds = 300_000;

/**
 * Starts the built product in a folder that is thrown away, or in `folder`, which stays.
 * @throws {SetupError} when it does not start.
 */
export async function startDemo(folder?: string): Promise<Demo> {
  const data = folder ?? mkdtempSync(join(tmpdir(), "leadwright-bench-ui-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...definedEnvironment(),
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    APP_URL: url,
    DATA_DIR: data,
    DEMO: "true",
    LOG_LEVEL: "warn",
    RATE_LIMIT_BURST: "100000",
    DATABASE_URL: "",
  };
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    if (folder === undefined) rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(url, ended);
    const keys = execFileSync(process.execPath, ["scripts/run.mjs", "scripts/demo-keys.ts"], { encoding: "utf8", env });
    return { url, session: await sessionOf(url, Keys.parse(JSON.parse(keys))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilItAnswers(url: string, ended: Promise<void>): Promise<void> {
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const latest = Date.now() + longestStartMilliseconds;
  while (Date.now() < latest && !hasEnded) {
    if (
      await fetch(`${url}/sign-in`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await wait(500);
  }
  throw new SetupError("The product did not start; what it said stands above.");
}

async function sessionOf(url: string, { users }: z.infer<typeof Keys>): Promise<Demo["session"]> {
  const user = users.find(({ role }) => role === "admin");
  if (!user) throw new SetupError("The demo data has no administrator.");
  const visitor = await request.newContext({ baseURL: url });
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await (await visitor.get("/api/auth/csrf")).json());
  await visitor.post("/api/auth/callback/credentials", {
    form: { identifier: user.username, password: user.password, csrfToken, json: "true" },
  });
  const session = await visitor.storageState();
  await visitor.dispose();
  return session;
}
