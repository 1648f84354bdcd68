import { eq } from "drizzle-orm";
import { outboxMail } from "@/db/schema/platform";
import { asSystem } from "@/lib/data/doors";
import { queueJob } from "@/lib/jobs/queue-job";

/**
 * Gives waiting mail a job where it has none, as after a restore from a backup, which holds no jobs.
 * A mail whose job waits for its next try keeps it.
 */
export async function requeueMail(): Promise<void> {
  const waiting = await asSystem("find waiting mail", (transaction) =>
    transaction
      .select({ locationId: outboxMail.locationId, id: outboxMail.id })
      .from(outboxMail)
      .where(eq(outboxMail.status, "waiting")),
  );
  for (const { locationId, id } of waiting) {
    await asSystem("queue waiting mail", (transaction) =>
      queueJob(transaction, "send_mail", { locationId, mailId: id }, { key: id, onlyIfAbsent: true }),
    );
  }
}
