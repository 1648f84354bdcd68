import { and, eq, inArray } from "drizzle-orm";
import { customFields } from "@/db/schema/activity";
import { leadCategories, lostReasons, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { findNames } from "@/lib/users/find-names";

type State = Record<string, unknown>;
type Event = { before: State | null; after: State | null };

/** A field that an event changed. `before` and `after` name people and things rather than their ids. */
export type FieldChange = {
  field: string;
  /** What people call the field, where they made it themselves. */
  label: string | null;
  before: unknown;
  after: unknown;
};

/** Fields that tell a person nothing beside the others, or are told in another way. */
const untold = new Set([
  "position",
  "stageChangedAt",
  "pipelineId",
  "stage",
  "stageName",
  "ownerReference",
  "createdById",
  "version",
]);
const partsOfName = ["firstName", "middleName", "lastName"];
const partsOfAssigned = ["ownerId", "followerIds"];
const userFields = new Set(["ownerId", "followerIds", "assignedToId", "assigned"]);

/** What events changed, field by field, with names in place of ids. One array per event, in their order. */
export async function readChanges(
  transaction: ReadTransaction,
  context: Context,
  events: Event[],
): Promise<FieldChange[][]> {
  const plain = events.map(changesIn);
  const ids = (wanted: (field: string) => boolean) =>
    plain
      .flat()
      .filter(({ field }) => wanted(field))
      .flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]);
  const { id: locationId } = context.location;
  const fieldIds = plain.flat().flatMap(({ field }) => (field.startsWith("custom:") ? [field.slice(7)] : []));
  const named = async (table: typeof leadCategories | typeof lostReasons | typeof stages, wanted: string) => {
    const asked = ids((field) => field === wanted);
    if (asked.length === 0) return [];
    return transaction
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(and(eq(table.locationId, locationId), inArray(table.id, asked)));
  };
  const [people, categories, reasons, places, fields] = await Promise.all([
    findNames(
      transaction,
      ids((field) => userFields.has(field)),
    ),
    named(leadCategories, "categoryId"),
    named(lostReasons, "lostReasonId"),
    named(stages, "stageId"),
    fieldIds.length === 0
      ? []
      : transaction
          .select({ id: customFields.id, name: customFields.name })
          .from(customFields)
          .where(and(eq(customFields.locationId, locationId), inArray(customFields.id, fieldIds))),
  ]);
  const names = new Map([
    ...people,
    ...[...categories, ...reasons, ...places].map(({ id, name }) => [id, name] as const),
  ]);
  const labels = new Map(fields.map(({ id, name }) => [`custom:${id}`, name]));
  const isReference = (field: string) => userFields.has(field) || /^(categoryId|lostReasonId|stageId)$/.test(field);
  return plain.map((changes) =>
    changes.map(({ field, before, after }) => ({
      field,
      label: labels.get(field) ?? null,
      before: isReference(field) ? said(before, names) : (before ?? null),
      after: isReference(field) ? said(after, names) : (after ?? null),
    })),
  );
}

function changesIn({ before, after }: Event): Omit<FieldChange, "label">[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter(
      (field) =>
        !untold.has(field) &&
        !/^merged:|Normal$|^otherAddresses$/.test(field) &&
        !(partsOfName.includes(field) && fields.includes("name")) &&
        !(partsOfAssigned.includes(field) && fields.includes("assigned")),
    )
    .map((field) => ({ field, before: before?.[field], after: after?.[field] }));
}

/** The ids that a value holds: it is one, or a list of them, or of records. */
function idsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((part: unknown) =>
    typeof part === "object" && part !== null && "id" in part ? idsIn(part.id) : idsIn(part),
  );
}

function said(value: unknown, names: Map<string, string>): unknown {
  if (value === null || value === undefined) return null;
  const known = idsIn(value).map((id) => names.get(id) ?? "");
  return Array.isArray(value) ? known : (known[0] ?? null);
}
