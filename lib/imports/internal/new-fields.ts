import { customFields } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import type { CustomField } from "@/lib/custom-fields/model";
import { insertRows } from "@/lib/data/insert-rows";
import type { Transaction } from "@/lib/data/transaction";
import type { ImportPlan } from "@/lib/imports/model/plan";
import type { NewFieldType, Target } from "@/lib/imports/model/targets";
import { newId } from "@/lib/kit/id";
import { slugify } from "@/lib/kit/text";

/** A plan whose new custom fields have got ids, and these fields. */
export type SettledPlan = { plan: ImportPlan; made: CustomField[] };

/**
 * Gives every new custom field of a plan a name, a key that no other has, and an id; one of the same
 * name and type that the location has already is taken instead.
 */
export function settleNewFields(plan: ImportPlan, headings: string[], known: CustomField[]): SettledPlan {
  const keys = new Set(known.map(({ fieldKey }) => fieldKey));
  const made: CustomField[] = [];
  const columns = plan.columns.map((target, index): Target | null => {
    if (!target?.startsWith("new:")) return target;
    // What follows the colon of such a target is a type.
    const dataType = target.slice(4) as NewFieldType;
    const name = (headings[index] ?? "").slice(0, 100);
    const same = [...known, ...made].find((field) => field.name === name && field.dataType === dataType);
    if (same) return `custom:${same.id}`;
    const field = { id: newId(), fieldKey: keyOf(name, keys), name, dataType, options: [], required: false };
    made.push(field);
    return `custom:${field.id}`;
  });
  return { plan: { ...plan, columns }, made };
}

function keyOf(name: string, taken: Set<string>): string {
  const plain = slugify(name, 50).replaceAll("-", "_") || "field";
  let key = plain;
  for (let number = 2; taken.has(key); number++) key = `${plain}_${number}`;
  taken.add(key);
  return key;
}

/** Adds these custom fields of leads to the location. */
export const insertFields = (transaction: Transaction, { location }: Context, fields: CustomField[]): Promise<void> =>
  insertRows(
    transaction,
    customFields,
    fields.map((field) => ({ locationId: location.id, recordType: "lead" as const, ...field })),
  );
