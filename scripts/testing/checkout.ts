import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(".");
const parts = [
  "app",
  "components",
  "db",
  "languages",
  "lib",
  "public",
  "scripts",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "tsconfig.json",
];

/** A copy of the project's sources with the same packages, to be broken by a test. It lies below the project, where the bundler looks. */
export function copyCheckout(): { folder: string; remove(): void } {
  mkdirSync(join(root, "test-results"), { recursive: true });
  const folder = mkdtempSync(join(root, "test-results", "checkout-"));
  for (const part of parts) {
    try {
      cpSync(join(root, part), join(folder, part), { recursive: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
