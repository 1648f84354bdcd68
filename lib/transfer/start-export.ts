import { locationExports } from "@/db/schema/imports";
import { type Context, userIdOf } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { queueJob } from "@/lib/jobs/queue-job";
import { newId } from "@/lib/kit/id";
import { slugify } from "@/lib/kit/text";
import { localDate } from "@/lib/kit/zone";
import { exportOf, isExport, selectExports } from "./internal/select-exports";
import type { LocationExport } from "./model";

/** Asks for everything of the location in one file; a job writes it. */
export function startExport(context: Context): Promise<LocationExport> {
  return change(context, async (transaction) => {
    const { location, now } = context;
    const id = newId();
    const fileName = `${slugify(location.name) || "location"}-${localDate(now, location.timeZone)}.zip`;
    await transaction
      .insert(locationExports)
      .values({ locationId: location.id, id, fileName, createdById: userIdOf(context) });
    await queueJob(transaction, "export_location", { locationId: location.id, exportId: id }, { key: id });
    const [row] = await selectExports(transaction).where(isExport(context, id));
    if (!row) throw new Error("An export that was just made is not there.");
    return {
      result: exportOf(row),
      events: [{ type: "location.exported", subject: { type: "location", id: location.id }, after: { fileName } }],
    };
  });
}
