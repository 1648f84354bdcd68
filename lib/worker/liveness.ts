import { randomInt } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { endClient } from "@/db/client-socket";
import { connect } from "@/db/connect";
import { jobWorkers } from "@/db/schema/platform";
import { asSystem } from "@/lib/data/doors";
import { directUrl } from "@/lib/data/pool";
import { newId } from "@/lib/kit/id";
import { releaseDeadWorkers, workerLockClass } from "./release-dead-workers";
import { repeat } from "./repeat";

const beatMilliseconds = 2000;

/** This process as a worker. */
export type Liveness = {
  id: string;
  /** Says under which name this worker locks jobs: before it takes the first. */
  register: (lockedBy: string) => Promise<void>;
  /** Leaves: what this worker had claimed is free for others. */
  end: () => Promise<void>;
};

/**
 * Makes this process known as a worker. An advisory lock on a connection of its own is the proof of
 * life: it is gone the moment the process is, and stays while the process merely hangs. Every 2 s the
 * worker also says that it lives, which is what readiness looks at, and frees what dead ones had locked.
 *
 * @throws SetupError when the database can not be reached.
 */
export async function startLiveness(): Promise<Liveness> {
  const id = newId();
  const lockNumber = randomInt(2 ** 31);
  let lockedBy: string | null = null;
  let proof: Awaited<ReturnType<typeof connect>> | null = null;

  const hold = async () => {
    const client = await connect(directUrl(), "leadwright worker");
    client.once("end", () => {
      proof = null;
    });
    await client.query("select pg_advisory_lock($1, $2)", [workerLockClass, lockNumber]);
    proof = client;
  };
  // After a lost connection others may have taken this worker for dead and removed its row: it comes back.
  const say = async () => {
    const row = { lockNumber, lockedBy: lockedBy ?? "", lastSeenAt: sql`now()` };
    await asSystem("worker lives", (transaction) =>
      transaction
        .insert(jobWorkers)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: jobWorkers.id, set: row }),
    );
  };

  await hold();
  const stopBeating = repeat("worker life", beatMilliseconds, async () => {
    if (!proof) await hold();
    if (lockedBy) await say();
    await releaseDeadWorkers();
  });
  return {
    id,
    register: async (name) => {
      lockedBy = name;
      await say();
    },
    end: async () => {
      await stopBeating();
      await asSystem("worker leaves", (transaction) => transaction.delete(jobWorkers).where(eq(jobWorkers.id, id)));
      if (proof) await endClient(proof);
    },
  };
}
