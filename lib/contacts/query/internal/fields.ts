import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { appointments } from "@/db/schema/calendars";
import { businesses, contactFollowers, contacts, isFilled } from "@/db/schema/contacts";
import { opportunities, workflowEnrolments } from "@/db/schema/opportunities";
import type { ContactField, ContactOperator } from "@/lib/contacts/query/model";

/**
 * A text field: what is compared (lower-cased), whether a contact has it or lacks it, and the operators for
 * which an index of contacts knows whom they are true of.
 */
export type TextField = { lowered: SQL; has: SQL; lacks: SQL; indexed?: readonly ContactOperator[] };

const plain = (column: PgColumn): SQL => sql`${column}`;
const presenceOf = (column: PgColumn): Pick<TextField, "has" | "lacks"> => ({
  has: sql`(${column} is not null and ${column} <> '')`,
  lacks: sql`(${column} is null or ${column} = '')`,
});
const inPresence = ["isEmpty", "isNotEmpty"] as const;
const loweredOf = (column: PgColumn, indexed: TextField["indexed"] = []): TextField => ({
  lowered: sql`lower(${column})`,
  ...presenceOf(column),
  indexed,
});
/** A column of which an index knows where in the table somebody has it, and where somebody lacks it. */
const noted = (column: PgColumn): TextField => ({
  ...loweredOf(column, inPresence),
  has: sql`${isFilled(column)} = 1`,
  lacks: sql`${isFilled(column)} = 0`,
});
/** Such a column with an index of those who have it besides. */
const listed = (column: PgColumn): TextField => ({ ...noted(column), has: presenceOf(column).has });
/** A column of texts that are lower-cased already, with an index. */
const kept = (column: PgColumn): TextField => ({
  lowered: plain(column),
  ...presenceOf(column),
  indexed: ["is", ...inPresence],
});

/** Texts of the contact's own row. All of them are in its search text. */
export const textFields: Partial<Record<ContactField, TextField>> = {
  name: { ...loweredOf(contacts.name, inPresence), ...presenceOf(contacts.nameLower) },
  firstName: kept(contacts.firstNameLower),
  lastName: kept(contacts.lastNameLower),
  email: kept(contacts.emailNormal),
  phone: kept(contacts.phoneNormal),
  companyName: kept(contacts.companyNameLower),
  address: noted(contacts.address),
  city: listed(contacts.city),
  state: listed(contacts.state),
  postalCode: noted(contacts.postalCode),
  country: noted(contacts.country),
  website: noted(contacts.website),
  source: listed(contacts.source),
  timeZone: noted(contacts.timeZone),
};

/** The name of the contact's business, lower-cased. */
export const businessName = sql`(select lower(b.name) from ${businesses} b where b.location_id = ${contacts.locationId} and b.id = ${contacts.businessId})`;

/** Texts that the search text does not have. */
export const otherTextFields: Partial<Record<ContactField, TextField>> = {
  type: loweredOf(contacts.type, ["isEmpty"]),
  gender: noted(contacts.gender),
  // Every business has a name.
  businessName: { lowered: businessName, ...presenceOf(contacts.businessId), indexed: ["isNotEmpty"] },
};

/** Ids, moments and dates of the contact's own row. */
export const valueFields: Partial<Record<ContactField, SQL>> = {
  id: plain(contacts.id),
  businessId: plain(contacts.businessId),
  assignedToId: plain(contacts.assignedToId),
  createdAt: plain(contacts.createdAt),
  updatedAt: plain(contacts.updatedAt),
  dateOfBirth: plain(contacts.dateOfBirth),
};

/** When the contact's last appointment begins, or began. */
export const lastAppointmentAt = sql`(select max(a.starts_at) from ${appointments} a
  where a.location_id = ${contacts.locationId} and a.contact_id = ${contacts.id} and a.deleted_at is null)`;

/** Records that point at the contact: whether it has one of which `holds` is true. */
export const relatedFields: Partial<Record<ContactField, (holds: (column: SQL) => SQL) => SQL>> = {
  followers: (holds) => sql`exists (select 1 from ${contactFollowers} f
    where f.location_id = ${contacts.locationId} and f.contact_id = ${contacts.id} and ${holds(sql`f.user_id`)})`,
  leadPipelineId: (holds) => hasLead(holds(leadColumns.leadPipelineId)),
  leadStageId: (holds) => hasLead(holds(leadColumns.leadStageId)),
  leadStatus: (holds) => hasLead(holds(leadColumns.leadStatus)),
  activeWorkflows: (holds) => isEnrolled(sql`e.ended_at is null and ${holds(sql`e.workflow_id`)}`),
  finishedWorkflows: (holds) => isEnrolled(sql`e.ended_at is not null and ${holds(sql`e.workflow_id`)}`),
};

const isEnrolled = (condition: SQL): SQL => sql`exists (select 1 from ${workflowEnrolments} e
  where e.location_id = ${contacts.locationId} and e.contact_id = ${contacts.id} and ${condition})`;

/** What is asked of a lead, of which `hasLead` says that the contact has it. */
export const leadColumns = {
  leadPipelineId: sql`o.pipeline_id`,
  leadStageId: sql`o.stage_id`,
  leadStatus: sql`o.status`,
} as const satisfies Partial<Record<ContactField, SQL>>;

/** Whether the contact has a lead of which a condition on its columns is true. */
export const hasLead = (condition: SQL): SQL => sql`exists (select 1 from ${opportunities} o
  where o.location_id = ${contacts.locationId} and o.contact_id = ${contacts.id} and o.deleted_at is null and ${condition})`;
