import cluster from "node:cluster";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/http/log";
import type { StopList } from "./stop-list";

/** One that can not start, say while the database is away, is not tried more often than this. */
const pauseMilliseconds = 1000;

/**
 * Serves screens and API from `count` processes that share the port, until `stops` are. One that
 * dies is replaced.
 *
 * @returns the port.
 * @throws when one of them can not start.
 */
export async function serveByProcesses(count: number, stops: StopList): Promise<number> {
  cluster.setupPrimary({ exec: resolve("scripts/run.mjs"), args: ["scripts/server/web-process.ts"] });
  const stopping = new AbortController();
  stops.add(async () => {
    stopping.abort();
    await Promise.all(Object.values(cluster.workers ?? {}).flatMap((worker) => (worker ? [end(worker)] : [])));
  });
  cluster.on("exit", (_, code, signal) => {
    // One that ends well was told to.
    if (stopping.signal.aborted || code === 0) return;
    log.error({ code, signal }, "a web process died and is replaced");
    void wait(pauseMilliseconds, undefined, { signal: stopping.signal }).then(fork, () => {});
  });
  const [port = 0] = await Promise.all(Array.from({ length: count }, () => portOf(fork())));
  return port;
}

/** Its parent is this very process: it watches that, and needs no launcher. */
const fork = () => cluster.fork({ LEADWRIGHT_LAUNCHED: "1" });

function portOf(worker: ReturnType<typeof fork>): Promise<number> {
  return new Promise((found, failed) => {
    worker.once("listening", ({ port }) => found(port));
    worker.once("exit", () => failed(new Error("A web process ended before it served.")));
  });
}

async function end(worker: ReturnType<typeof fork>): Promise<void> {
  if (worker.isDead()) return;
  const ended = once(worker, "exit");
  worker.process.kill("SIGTERM");
  await ended;
}
