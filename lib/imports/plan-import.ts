import type { Context } from "@/lib/access/context";
import { Invalid, type Issue } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { lockImport, setImport } from "./internal/edit-import";
import { loadReferences } from "./internal/references";
import { importInLocation } from "./internal/select-imports";
import type { Import } from "./model/import";
import { type ImportPlan, planProblems } from "./model/plan";

/**
 * Says how the columns of a file are read and what is done with people known already.
 *
 * @throws NotFound; Conflict once it was started; Invalid for a plan that can not be run.
 */
export function planImport(context: Context, { id, plan }: { id: string; plan: ImportPlan }): Promise<Import> {
  return change(context, async (transaction) => {
    const { columns } = await lockImport(transaction, context, id, ["ready"]);
    const issues = [
      ...planProblems(plan, columns.length).map((message) => ({ path: ["columns"], rule: "plan", message })),
      ...(await unknownReferences(transaction, context, plan)),
    ];
    if (issues.length > 0) throw new Invalid(issues);
    await setImport(transaction, context, id, { plan, preview: null });
    return { result: await importInLocation(transaction, context, id), unchanged: true };
  });
}

async function unknownReferences(transaction: Transaction, context: Context, plan: ImportPlan): Promise<Issue[]> {
  const { stages, members, fields } = await loadReferences(transaction, context);
  const issues: Issue[] = [];
  const miss = (path: string, what: string) =>
    issues.push({ path: [path], rule: "unknown", message: `There is no such ${what} in the location.` });
  if (plan.stageId && !stages.some(({ id }) => id === plan.stageId)) miss("stageId", "stage");
  if (plan.ownerId && !members.some(({ id }) => id === plan.ownerId)) miss("ownerId", "user");
  const isKnown = (target: string) => fields.some(({ id }) => target === `custom:${id}`);
  if (plan.columns.some((target) => target?.startsWith("custom:") && !isKnown(target))) miss("columns", "custom field");
  return issues;
}
