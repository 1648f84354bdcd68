import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dataPath, environment } from "@/lib/config/environment";
import { processWide } from "@/lib/kit/process-wide";

/**
 * The secret that session cookies are sealed with: AUTH_SECRET, else one made at the first start and
 * kept in the data folder, readable by its owner alone.
 */
export const authSecret = (): string => environment.AUTH_SECRET ?? processWide("access.auth-secret", keptSecret);

function keptSecret(): string {
  const file = dataPath("auth-secret");
  try {
    mkdirSync(environment.DATA_DIR, { recursive: true });
    // "wx" fails when another process was first: then its secret is ours.
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
}
