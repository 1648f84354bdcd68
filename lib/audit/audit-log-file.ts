import type { Context } from "@/lib/access/context";
import { byteOrderMark, csvLine } from "@/lib/kit/csv";
import { streamOf } from "@/lib/kit/stream";
import { localDate } from "@/lib/kit/zone";
import { listAuditLog } from "./list-audit-log";
import type { AuditFilter, AuditPage } from "./model";

const pageSize = 1000;

/**
 * Who did what in the location as a CSV file that is made while it is sent, the last first, with moments in
 * UTC and what changed as JSON.
 */
export const auditLogFile = (context: Context, filter: AuditFilter) =>
  Promise.resolve({
    fileName: `audit-log-${localDate(context.now, context.location.timeZone)}.csv`,
    mediaType: "text/csv; charset=utf-8",
    // The transaction of the request ends before the file does.
    stream: streamOf(linesOf({ ...context, transaction: undefined }, filter)),
  });

async function* linesOf(context: Context, filter: AuditFilter): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(
    byteOrderMark + csvLine(["occurred_at", "actor_type", "actor", "event", "lead_id", "before", "after"]),
  );
  for (let after: string | undefined | null; after !== null;) {
    const page: AuditPage = await listAuditLog(context, { ...filter, limit: pageSize, after });
    const lines = page.entries.map((entry) =>
      csvLine([
        entry.occurredAt.toISOString(),
        entry.actorType,
        entry.actorName,
        entry.type,
        entry.leadId ?? "",
        entry.before ? JSON.stringify(entry.before) : "",
        entry.after ? JSON.stringify(entry.after) : "",
      ]),
    );
    if (lines.length > 0) yield encoder.encode(lines.join(""));
    after = page.next;
  }
}
