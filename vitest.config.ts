import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["**/*.test.ts"],
    exclude: ["node_modules/**", ".next/**", "data/**", "e2e/**", "test-results/**"],
    globalSetup: "./db/testing/server.ts",
    setupFiles: "./db/testing/each-file.ts",
    pool: "forks",
    // A process runs file after file: loading the modules anew for each took half of the time.
    isolate: false,
    // As in Playwright: told as a retry, so that one lost race does not hide what the others found.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: {
      NODE_ENV: "test",
      TZ: "UTC",
      LOG_LEVEL: "silent",
      // Nothing of a developer's own settings reaches a test: no database, mail server or bucket.
      DATABASE_URL: "",
      DATABASE_DIRECT_URL: "",
      SMTP_URL: "",
      S3_ENDPOINT: "",
      S3_BUCKET: "",
      OIDC_ISSUER: "",
      APP_URL: "",
      AUTH_SECRET: "not-a-secret-but-long-enough",
      UPLOAD_LIMIT_BYTES: "1000000",
      RATE_LIMIT_BURST: "1000000",
      RATE_LIMIT_DAILY: "1000000",
    },
  },
});
