import { readFileSync } from "node:fs";

/** The operating system account the database server runs under, when it is not our own. */
export type Account = { uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root. Under root (as in most containers) it therefore runs as
 * `nobody`; otherwise as whoever we are, which is what null stands for.
 */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const line = readAccounts().find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

function readAccounts(): string[] {
  try {
    return readFileSync("/etc/passwd", "utf8").split("\n");
  } catch {
    return [];
  }
}
