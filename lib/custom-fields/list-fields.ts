import { asc } from "drizzle-orm";
import { customFields } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { isLivingField } from "./living-fields";
import type { FieldOfRecord, RecordType } from "./model";

const { id, recordType, fieldKey, name, dataType, options, required, form, folder, position } = customFields;

/** What is read of a custom field. */
export const fieldColumns = { id, recordType, fieldKey, name, dataType, options, required, form, folder, position };

/** The location's custom fields of contacts, of leads, or of both, in their order. */
export const listFields = (
  context: Context,
  { recordTypes }: { recordTypes: readonly RecordType[] },
): Promise<FieldOfRecord[]> =>
  read(context, (transaction) =>
    transaction
      .select(fieldColumns)
      .from(customFields)
      .where(isLivingField(context, recordTypes))
      .orderBy(asc(recordType), asc(position), asc(id)),
  );
