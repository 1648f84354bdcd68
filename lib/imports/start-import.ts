import { type Context, userIdOf } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { queueJob } from "@/lib/jobs/queue-job";
import { lockImport, setImport } from "./internal/edit-import";
import { importerOf } from "./internal/importer";
import { insertFields, settleNewFields } from "./internal/new-fields";
import { loadReferences } from "./internal/references";
import { importInLocation } from "./internal/select-imports";
import type { Import } from "./model/import";
import { planProblems } from "./model/plan";

/**
 * Starts an import: its new custom fields are made, and a job writes its rows, as whoever started it.
 *
 * @throws NotFound; Conflict when it was started already; Invalid for a plan that can not be run.
 */
export function startImport(context: Context, { id }: { id: string }): Promise<Import> {
  return change(context, async (transaction) => {
    const file = await lockImport(transaction, context, id, ["ready"]);
    const problems = planProblems(file.plan, file.columns.length);
    if (problems.length > 0)
      throw new Invalid(problems.map((message) => ({ path: ["columns"], rule: "plan", message })));
    const { fields } = await loadReferences(transaction, context);
    const headings = file.columns.map(({ heading }) => heading);
    const { plan, made } = settleNewFields(file.plan, headings, fields);
    await insertFields(transaction, context, made);
    await setImport(transaction, context, id, {
      status: "running",
      plan,
      startedAt: context.now,
      actor: importerOf(context),
      createdById: userIdOf(context),
    });
    await queueJob(transaction, "run_import", { locationId: context.location.id, importId: id }, { key: id });
    return {
      result: await importInLocation(transaction, context, id),
      events: [
        {
          type: "import.started",
          subject: { type: "import", id },
          after: { fileName: file.fileName, rowCount: file.rowCount, newFields: made.map(({ name }) => name) },
        },
      ],
    };
  });
}
