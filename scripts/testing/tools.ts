import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const running = new Set<ChildProcess>();

/** Runs the program of a package in a process of its own. Answers its exit code. */
export function runTool(program: string, options: string[], environment: Record<string, string>): Promise<number> {
  const path = join(process.cwd(), "node_modules", program);
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", path, ...options], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
  });
  running.add(child);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Asks what runs to stop; both test runners clean up after themselves when interrupted. */
export function stopTools(): void {
  for (const child of running) child.kill("SIGINT");
}
