import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { browserArguments, browserCache, definedEnvironment, findBrowser } from "./scripts/testing/browser";
import { freePort } from "./scripts/testing/free-port";

// The workers read this file as well: what is chosen here is left in the environment for them.
const settings = process.env;
settings.E2E_PORT ??= String(await freePort());
settings.E2E_FOLDER ??= mkdtempSync(join(settings.LEADWRIGHT_RUN_FOLDER ?? tmpdir(), "leadwright-e2e-"));
// What tests make without a browser, they make in the installation under test.
settings.DATA_DIR = join(settings.E2E_FOLDER, "data");
settings.E2E_PROVIDER_URL ??= `http://localhost:${await freePort()}`;
settings.E2E_PROVIDER_SECRET ??= randomBytes(24).toString("base64url");
settings.CHROME ??= (await findBrowser(browserCache(process.cwd()))).path;

const url = `http://localhost:${settings.E2E_PORT}`;

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/fixtures/set-up.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // Said to be flaky at the end: one lost race on a loaded machine does not hide what the others found.
  retries: settings.CI ? 2 : 0,
  forbidOnly: Boolean(settings.CI),
  // For a machine that has other things to do: no test waits this long for what works.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: { executablePath: settings.CHROME, args: [...browserArguments], env: definedEnvironment() },
  },
  webServer: {
    // The server of `npm start`, on data of its own.
    command: `"${process.execPath}" scripts/start.mjs`,
    url: `${url}/sign-in`,
    timeout: 600_000,
    stdout: "pipe",
    // For somebody who works on one test: E2E_PORT and E2E_FOLDER name a server that runs.
    reuseExistingServer: true,
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      ...definedEnvironment(),
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: settings.E2E_PORT,
      APP_URL: url,
      DATA_DIR: settings.DATA_DIR,
      DEMO: "true",
      LOG_LEVEL: "warn",
      RATE_LIMIT_BURST: "100000",
      DATABASE_URL: "",
      DATABASE_DIRECT_URL: "",
      SMTP_URL: "",
      S3_ENDPOINT: "",
      OIDC_ISSUER: settings.E2E_PROVIDER_URL,
      OIDC_CLIENT_ID: "leadwright",
      OIDC_CLIENT_SECRET: settings.E2E_PROVIDER_SECRET,
      AUTH_SECRET: "",
    },
  },
});
