import { readdirSync, readFileSync } from "node:fs";

/** What a process and all it started hold in memory now, in MB; null where the system does not tell. */
export function memoryOf(pid: number): number | null {
  try {
    const processes = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readStatus);
    const family = new Set([pid]);
    for (let size = 0; size < family.size;) {
      size = family.size;
      for (const one of processes) if (family.has(one.parent)) family.add(one.pid);
    }
    const kilobytes = processes.filter((one) => family.has(one.pid)).reduce((sum, one) => sum + one.kilobytes, 0);
    return Math.round(kilobytes / 1024);
  } catch {
    return null;
  }
}

function readStatus(name: string): { pid: number; parent: number; kilobytes: number }[] {
  try {
    const status = readFileSync(`/proc/${name}/status`, "utf8");
    const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
    return [{ pid: Number(name), parent: field("PPid"), kilobytes: field("VmRSS") }];
  } catch {
    // It ended meanwhile.
    return [];
  }
}

/** Watches the memory of a process until asked for the most it held. */
export function watchMemory(pid: number): () => number | null {
  let most = memoryOf(pid);
  const timer = setInterval(() => {
    const now = memoryOf(pid);
    if (now !== null && (most === null || now > most)) most = now;
  }, 500);
  return () => {
    clearInterval(timer);
    return most;
  };
}
