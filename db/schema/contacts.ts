import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, jsonb, numeric, text, uniqueIndex } from "drizzle-orm/pg-core";
import { code, id, instant, madeAndChanged, rowNumber } from "./columns";
import { users } from "./companies";
import { members } from "./members";
import { tenantTable } from "./tenant-table";

/** An organisation that contacts belong to. */
export const businesses = tenantTable(
  "businesses",
  {
    number: rowNumber(),
    name: text().notNull(),
    email: text(),
    phone: text(),
    website: text(),
    address: text(),
    city: text(),
    state: text(),
    postalCode: text(),
    country: text(),
    description: text(),
    deletedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("businesses_number").on(table.locationId, table.number),
    index("businesses_name").on(table.locationId, sql`lower(${table.name})`),
  ],
);

/** A person. */
export const contacts = tenantTable(
  "contacts",
  {
    number: rowNumber(),
    /** `lead` until converted, then `customer`. */
    type: text().notNull().default("lead"),
    salutation: text(),
    firstName: text(),
    middleName: text(),
    lastName: text(),
    /** The name as one text, as it was given or put together from its parts. */
    name: text(),
    gender: text(),
    /** Email and phone as they were given, beside the form that matching and search use. */
    email: text(),
    emailNormal: code(),
    phone: text(),
    phoneNormal: code(),
    mobile: text(),
    whatsapp: text(),
    fax: text(),
    phoneExtension: text(),
    companyName: text(),
    businessId: id(),
    jobTitle: text(),
    website: text(),
    address: text(),
    city: text(),
    state: text(),
    postalCode: text(),
    country: text(),
    territory: text(),
    language: text(),
    image: text(),
    industry: text(),
    marketSegment: text(),
    employees: text(),
    /** A size of the firm and no money of ours: the lead API that knows it sends a number without a currency. */
    annualRevenue: numeric(),
    unsubscribed: boolean().notNull().default(false),
    blogSubscriber: boolean().notNull().default(false),
    source: text(),
    tags: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    createdById: id(),
    deletedAt: instant(),
    version: integer().notNull().default(1),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("contacts_number").on(table.locationId, table.number),
    index("contacts_email").on(table.locationId, table.emailNormal),
    index("contacts_phone").on(table.locationId, table.phoneNormal),
    index("contacts_business").on(table.locationId, table.businessId),
    index("contacts_deleted")
      .on(table.locationId, table.deletedAt)
      .where(sql`deleted_at is not null`),
    foreignKey({
      name: "contacts_business",
      columns: [table.locationId, table.businessId],
      foreignColumns: [businesses.locationId, businesses.id],
    }),
    foreignKey({
      name: "contacts_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
);

/** The location's list of tags: contacts carry the words themselves. */
export const tags = tenantTable("tags", { name: text().notNull(), ...madeAndChanged }, (table) => [
  uniqueIndex("tags_name").on(table.locationId, sql`lower(${table.name})`),
]);

/** Two contacts that may be one person; a person decides. */
export const duplicateCandidates = tenantTable(
  "duplicate_candidates",
  {
    contactId: id().notNull(),
    otherContactId: id().notNull(),
    /** What they share: `email` or `phone`. */
    reason: text({ enum: ["email", "phone"] }).notNull(),
    dismissedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("duplicate_candidates_pair").on(table.locationId, table.contactId, table.otherContactId),
    index("duplicate_candidates_other").on(table.locationId, table.otherContactId),
    foreignKey({
      name: "duplicate_candidates_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "duplicate_candidates_other_contact",
      columns: [table.locationId, table.otherContactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
  ],
);

/** A contact that a lead was converted to, with its business and its portal login. */
export const clients = tenantTable(
  "clients",
  {
    number: rowNumber(),
    companyId: id().notNull(),
    contactId: id().notNull(),
    businessId: id(),
    /** The portal login: a user of kind `client`. */
    portalUserId: id().notNull(),
    invoiceDueDays: integer(),
    settings: jsonb(),
    deletedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("clients_number").on(table.locationId, table.number),
    uniqueIndex("clients_portal_user").on(table.locationId, table.portalUserId),
    index("clients_contact").on(table.locationId, table.contactId),
    foreignKey({
      name: "clients_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }),
    foreignKey({
      name: "clients_business",
      columns: [table.locationId, table.businessId],
      foreignColumns: [businesses.locationId, businesses.id],
    }),
    foreignKey({
      name: "clients_portal_user",
      columns: [table.companyId, table.portalUserId],
      foreignColumns: [users.companyId, users.id],
    }),
  ],
);
