import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";

/** A Leadwright that was started as people start it. */
export type StartedProcess = {
  child: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Resolves when it has printed something that matches; rejects when it ends before that. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
};

/**
 * Runs `node scripts/start.mjs` (or another script) in `folder` with these settings and no others of
 * Leadwright's.
 */
export function startProcess(
  settings: Record<string, string>,
  {
    folder = resolve("."),
    script = "scripts/start.mjs",
    args = [],
    nodeOptions = [],
  }: { folder?: string; script?: string; args?: string[]; nodeOptions?: string[] } = {},
): StartedProcess {
  const child = spawn(process.execPath, [...nodeOptions, join(folder, script), ...args], {
    cwd: folder,
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LOG_LEVEL: "warn",
      HOST: "127.0.0.1",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const heard = new EventTarget();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      heard.dispatchEvent(new Event("printed"));
    });
  }
  const ended = once(child, "close").then(([code]: (number | null)[]) => code ?? null);
  void ended.then(() => heard.dispatchEvent(new Event("printed")));
  return {
    child,
    output: () => text,
    async printed(pattern) {
      for (;;) {
        const match = pattern.exec(text);
        if (match) return match;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`It ended before it printed ${String(pattern)}:\n${text}`);
        await once(heard, "printed");
      }
    },
    ended,
  };
}
