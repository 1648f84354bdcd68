import { and, eq } from "drizzle-orm";
import { outboxMail } from "@/db/schema/platform";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { read } from "@/lib/data/doors";
import { shown, shownColumns } from "./internal/shown";
import type { OutboxMail } from "./list-outbox";

/** One mail of the location's outbox. @throws NotFound. */
export function getMail(context: Context, id: string): Promise<OutboxMail> {
  return read(context, async (transaction) => {
    const [row] = await transaction
      .select(shownColumns)
      .from(outboxMail)
      .where(and(eq(outboxMail.locationId, context.location.id), eq(outboxMail.id, id)));
    if (!row) throw new NotFound("mail");
    return shown(context, row);
  });
}
