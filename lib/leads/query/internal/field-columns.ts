import { type SQL, sql } from "drizzle-orm";
import { customValues, tasks } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { CustomFieldType } from "@/lib/custom-fields/model";
import { type FieldDescription, kindOfCustomField, type LeadField } from "@/lib/leads/query/model";

/** A field as SQL over the row of `opportunities`, and of `contacts` where it needs that. */
export type FieldColumn = {
  /** What conditions compare: null where the lead has no value. */
  value: SQL;
  /** Whose column it is. Of others, and of what hangs on a lead, PostgreSQL can not tell beforehand how many have a value. */
  of: "lead" | "contact" | "related";
  /** What lists are ordered by where that is something else. */
  order?: SQL;
  /** The type of what lists are ordered by. */
  type: "text" | "bigint" | "numeric" | "timestamptz" | "date" | "boolean" | "integer";
};

const lead = (value: SQL, type: FieldColumn["type"] = "text"): FieldColumn => ({ value, of: "lead", type });
const person = (value: SQL): FieldColumn => ({ value, of: "contact", type: "text" });
const related = (value: SQL, type: FieldColumn["type"]): FieldColumn => ({ value, of: "related", type });
const o = opportunities;

/** The column of each field; `now` says which appointments are still to come. */
export function leadColumn(field: LeadField, now: Date): FieldColumn {
  switch (field) {
    case "id":
      return lead(sql`${o.id}`);
    case "number":
      return lead(sql`${o.number}`, "bigint");
    case "name":
      return { ...lead(sql`${o.name}`), order: sql`${o.nameLower}` };
    case "contactName":
      return { ...person(sql`${contacts.name}`), order: sql`${contacts.nameLower}` };
    case "firstName":
      return { ...person(sql`${contacts.firstName}`), order: sql`${contacts.firstNameLower}` };
    case "lastName":
      return { ...person(sql`${contacts.lastName}`), order: sql`${contacts.lastNameLower}` };
    case "companyName":
      return { ...person(sql`${contacts.companyName}`), order: sql`${contacts.companyNameLower}` };
    case "email":
    case "phone":
    case "jobTitle":
    case "city":
    case "state":
    case "country":
      return person(sql`${contacts[field]}`);
    case "valueMinor":
      return lead(sql`${o.valueMinor}`, "bigint");
    case "currency":
    case "status":
    case "source":
    case "description":
    case "lifecycle":
    case "leadType":
    case "requestType":
    case "utmSource":
    case "utmMedium":
    case "utmCampaign":
      return lead(sql`${o[field]}`);
    case "stage":
      return lead(sql`${o.stageId}`);
    case "pipeline":
      return lead(sql`${o.pipelineId}`);
    case "category":
      return lead(sql`${o.categoryId}`);
    case "owner":
      return lead(sql`${o.ownerId}`);
    case "createdBy":
      return lead(sql`${o.createdById}`);
    case "followers":
    case "assigned":
      return related(sql`${o.ownerId}`, "text");
    case "tags":
      return { ...person(sql`lower(${contacts.tags}::text)::text[]`) };
    case "createdAt":
    case "updatedAt":
    case "stageChangedAt":
    case "statusChangedAt":
    case "archivedAt":
    case "convertedAt":
    case "deletedAt":
      return lead(sql`${o[field]}`, "timestamptz");
    case "lastContactedOn":
      return lead(sql`${o.lastContactedOn}`, "date");
    case "archived":
      return lead(sql`(${o.archivedAt} is not null)`, "boolean");
    case "nextTaskDueAt":
      return related(nextTask, "timestamptz");
    case "nextAppointmentAt":
      return related(nextAppointment(now), "timestamptz");
  }
}

const nextTask = sql`(select min(t.due_at) from ${tasks} t where t.location_id = ${o.locationId}
  and t.opportunity_id = ${o.id} and t.completed_at is null and t.deleted_at is null)`;

const nextAppointment = (now: Date): SQL => sql`(select min(a.starts_at) from ${appointments} a
  where a.location_id = ${o.locationId} and a.opportunity_id = ${o.id} and a.deleted_at is null
    and a.status in ('new', 'confirmed', 'rescheduled') and a.starts_at >= ${now.toISOString()}::timestamptz)`;

/** A field that the location added to its leads or contacts. */
export type CustomColumn = { id: string; recordType: "lead" | "contact"; dataType: CustomFieldType; name: string };

/** The column of a custom field. A value that its type no longer fits counts as none. */
export function customColumn({ id, recordType, dataType }: CustomColumn): FieldColumn {
  const kind = kindOfCustomField[dataType];
  const owner = recordType === "lead" ? sql`v.opportunity_id = ${o.id}` : sql`v.contact_id = ${o.contactId}`;
  const stored = (value: SQL): SQL => sql`(select ${value} from ${customValues} v
    where v.location_id = ${o.locationId} and ${owner} and v.custom_field_id = ${id})`;
  const whole = sql`v.value #>> '{}'`;
  if (kind === "number")
    return related(stored(sql`case when jsonb_typeof(v.value) = 'number' then (v.value)::numeric end`), "numeric");
  if (kind === "date")
    return related(stored(sql`case when ${whole} ~ '^\\d{4}-\\d\\d-\\d\\d$' then (${whole})::date end`), "date");
  if (kind === "flag") return related(sql`coalesce(${stored(sql`v.value = 'true'::jsonb`)}, false)`, "boolean");
  if (kind === "words")
    return related(
      stored(
        sql`case when jsonb_typeof(v.value) = 'array' then array(select lower(jsonb_array_elements_text(v.value))) end`,
      ),
      "text",
    );
  return related(stored(whole), "text");
}

/** What a custom field is like, for checking conditions on it. */
export const describeCustomField = ({ dataType }: Pick<CustomColumn, "dataType">): FieldDescription => ({
  kind: kindOfCustomField[dataType],
});
