import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dataPath, environment } from "./environment";

let known: string | undefined;

/**
 * The secret that signs session cookies: AUTH_SECRET, else one made at first use and kept, for its
 * owner alone, in the data folder. Several machines that serve one installation must share AUTH_SECRET.
 */
export function authSecret(): string {
  return (known ??= environment.AUTH_SECRET ?? keptSecret(dataPath("auth-secret")));
}

function keptSecret(file: string): string {
  mkdirSync(environment.DATA_DIR, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
}
