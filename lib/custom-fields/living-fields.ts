import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { customFields } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import type { RecordType } from "./model";

/** Whether a row is a field of such records of the caller's location that is not deleted. */
export const isLivingField = ({ location }: Context, recordTypes: readonly RecordType[]): SQL | undefined =>
  and(
    eq(customFields.locationId, location.id),
    inArray(customFields.recordType, [...recordTypes]),
    isNull(customFields.deletedAt),
  );

/** Whether `fieldId`, of a value, is the id of a field that is not deleted. The deleted ones are few, and looked up once. */
export const isOfLivingField = (fieldId: SQL): SQL => sql`${fieldId} not in (
  select f.id from ${customFields} f where f.location_id = current_setting('app.location_id', true) and f.deleted_at is not null)`;
