import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { appointments } from "@/db/schema/calendars";
import { businesses, contactFollowers, contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { ContactField } from "@/lib/contacts/query/model";

/** A text field: what is compared (lower-cased), whether an index knows it by equality, and by what column one knows who has it. */
export type TextField = { lowered: SQL; indexed: boolean; present?: SQL };

const lower = (column: SQL): SQL => sql`lower(${column})`;
const plain = (column: PgColumn): SQL => sql`${column}`;

/** Texts of the contact's own row. All of them are in its search text. */
export const textFields: Partial<Record<ContactField, TextField>> = {
  name: { lowered: lower(plain(contacts.name)), indexed: false },
  firstName: { lowered: plain(contacts.firstNameLower), indexed: true },
  lastName: { lowered: plain(contacts.lastNameLower), indexed: true },
  email: { lowered: plain(contacts.emailNormal), indexed: true },
  phone: { lowered: plain(contacts.phoneNormal), indexed: true },
  companyName: { lowered: plain(contacts.companyNameLower), indexed: true },
  address: { lowered: lower(plain(contacts.address)), indexed: false },
  city: { lowered: lower(plain(contacts.city)), indexed: false, present: plain(contacts.city) },
  state: { lowered: lower(plain(contacts.state)), indexed: false, present: plain(contacts.state) },
  postalCode: { lowered: lower(plain(contacts.postalCode)), indexed: false },
  country: { lowered: lower(plain(contacts.country)), indexed: false },
  website: { lowered: lower(plain(contacts.website)), indexed: false },
  source: { lowered: lower(plain(contacts.source)), indexed: false, present: plain(contacts.source) },
  timeZone: { lowered: lower(plain(contacts.timeZone)), indexed: false },
};

/** Texts that the search text does not have. */
export const otherTextFields: Partial<Record<ContactField, SQL>> = {
  type: lower(plain(contacts.type)),
  gender: lower(plain(contacts.gender)),
  businessName: sql`(select lower(b.name) from ${businesses} b where b.location_id = ${contacts.locationId} and b.id = ${contacts.businessId})`,
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

/** Flags of the contact. */
export const flagFields: Partial<Record<ContactField, SQL>> = {
  doNotDisturb: plain(contacts.doNotDisturb),
  hasEmail: sql`(${contacts.emailNormal} is not null)`,
};

/** Records that point at the contact: whether it has one of which `holds` is true. */
export const relatedFields: Partial<Record<ContactField, (holds: (column: SQL) => SQL) => SQL>> = {
  followers: (holds) => sql`exists (select 1 from ${contactFollowers} f
    where f.location_id = ${contacts.locationId} and f.contact_id = ${contacts.id} and ${holds(sql`f.user_id`)})`,
  leadPipelineId: (holds) => hasLead(holds(sql`o.pipeline_id`)),
  leadStageId: (holds) => hasLead(holds(sql`o.stage_id`)),
  leadStatus: (holds) => hasLead(holds(sql`o.status`)),
};

const hasLead = (condition: SQL): SQL => sql`exists (select 1 from ${opportunities} o
  where o.location_id = ${contacts.locationId} and o.contact_id = ${contacts.id} and o.deleted_at is null and ${condition})`;
