import { type SQL, sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  type PgColumn,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { code, id, instant, madeAndChanged, madeAndChangedInMilliseconds, rowNumber } from "./columns";
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

/** Whether a contact has a text, as 1 or 0: with a leakproof comparison, and in an index that keeps the least and most of many. */
export const isFilled = (column: PgColumn): SQL => sql`(case when ${column} <> '' then 1 else 0 end)`;

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
    /** IANA zone of the person; null where it is not known. */
    timeZone: text(),
    dateOfBirth: date({ mode: "string" }),
    /** Further addresses and numbers, as they were given; the first of each kind is `email` and `phone`. */
    additionalEmails: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    additionalPhones: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    /** The normal forms of both, which matching uses. */
    otherAddresses: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    /** Whether the person is to be left alone on every channel, and what holds of single channels. */
    doNotDisturb: boolean().notNull().default(false),
    channelDisturbance: jsonb().$type<Record<string, { status: string; message?: string; code?: string }>>(),
    inboundDisturbance: jsonb().$type<Record<string, { status: string; message?: string }>>(),
    /** The user who looks after the person. */
    assignedToId: id(),
    /** What people search by: every short text of the row, lower-cased. Kept by the database. */
    searchText: text().generatedAlwaysAs(
      sql`contact_search_text(name, first_name, last_name, email_normal, phone_normal, other_addresses, company_name, tags, array[address, city, state, postal_code, country, website, source, time_zone])`,
    ),
    /** The start of names, to order and compare by. Columns, for under row-level security no condition on `lower()` uses an index. */
    nameLower: code().generatedAlwaysAs(sql`lower(left(name, 200))`),
    firstNameLower: code().generatedAlwaysAs(sql`lower(left(first_name, 200))`),
    lastNameLower: code().generatedAlwaysAs(sql`lower(left(last_name, 200))`),
    companyNameLower: code().generatedAlwaysAs(sql`lower(left(company_name, 200))`),
    /** Name and company as they are compared; null where one is not known. Kept by the database. */
    nameAndCompany: code().generatedAlwaysAs(
      sql`lower(left(btrim(regexp_replace(name, '[[:space:]]+', ' ', 'g')), 200)) || ' @ ' || lower(left(btrim(regexp_replace(company_name, '[[:space:]]+', ' ', 'g')), 200))`,
    ),
    createdById: id(),
    /** The contact that this one, deleted since, was found to be. */
    mergedIntoId: id(),
    deletedAt: instant(),
    version: integer().notNull().default(1),
    ...madeAndChangedInMilliseconds,
  },
  (table) => [
    index("contacts_email").on(table.locationId, table.emailNormal),
    index("contacts_phone").on(table.locationId, table.phoneNormal),
    index("contacts_business")
      .on(table.locationId, table.businessId)
      .where(sql`business_id is not null`),
    index("contacts_newest")
      .on(table.locationId, table.createdAt, table.id)
      .where(sql`deleted_at is null`),
    index("contacts_updated")
      .on(table.locationId, table.updatedAt, table.id)
      .where(sql`deleted_at is null`),
    index("contacts_name")
      .on(table.locationId, table.nameLower, table.id)
      .where(sql`deleted_at is null`),
    index("contacts_first_name")
      .on(table.locationId, table.firstNameLower, table.id)
      .where(sql`deleted_at is null`),
    index("contacts_last_name")
      .on(table.locationId, table.lastNameLower, table.id)
      .where(sql`deleted_at is null`),
    index("contacts_company")
      .on(table.locationId, table.companyNameLower, table.id)
      .where(sql`deleted_at is null`),
    index("contacts_assigned")
      .on(table.locationId, table.assignedToId, table.createdAt, table.id)
      .where(sql`deleted_at is null and assigned_to_id is not null`),
    index("contacts_undisturbed")
      .on(table.locationId, table.createdAt, table.id)
      .where(sql`deleted_at is null and do_not_disturb`),
    index("contacts_type")
      .on(table.locationId, sql`type desc`, table.createdAt, table.id)
      .where(sql`deleted_at is null`),
    // Orders by what not everybody has: those without it come last, by id.
    index("contacts_city")
      .on(table.locationId, table.city, table.id)
      .where(sql`deleted_at is null and city is not null`),
    index("contacts_state")
      .on(table.locationId, table.state, table.id)
      .where(sql`deleted_at is null and state is not null`),
    index("contacts_source")
      .on(table.locationId, table.source, table.id)
      .where(sql`deleted_at is null and source is not null`),
    index("contacts_born")
      .on(table.locationId, table.dateOfBirth, table.id)
      .where(sql`deleted_at is null and date_of_birth is not null`),
    index("contacts_country")
      .on(table.locationId, table.country)
      .where(sql`deleted_at is null and country is not null`),
    index("contacts_name_and_company")
      .on(table.locationId, table.nameAndCompany)
      .where(sql`deleted_at is null and name_and_company is not null`),
    index("contacts_merged_into")
      .on(table.locationId, table.mergedIntoId)
      .where(sql`merged_into_id is not null`),
    index("contacts_deleted")
      .on(table.locationId, table.deletedAt)
      .where(sql`deleted_at is not null`),
    // By blocks of pages: hardly a cost to what is added, and all that tells that nobody has something, or that all have it.
    index("contacts_filled").using(
      "brin",
      table.locationId,
      isFilled(table.address),
      isFilled(table.city),
      isFilled(table.state),
      isFilled(table.postalCode),
      isFilled(table.country),
      isFilled(table.website),
      isFilled(table.source),
      isFilled(table.timeZone),
      isFilled(table.gender),
    ),
    foreignKey({
      name: "contacts_business",
      columns: [table.locationId, table.businessId],
      foreignColumns: [businesses.locationId, businesses.id],
    }),
    foreignKey({
      name: "contacts_assigned_to",
      columns: [table.locationId, table.assignedToId],
      foreignColumns: [members.locationId, members.userId],
    }),
    foreignKey({
      name: "contacts_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
  { refersToLocation: false },
);

/** Who follows a contact, in the order they were named. */
export const contactFollowers = tenantTable(
  "contact_followers",
  { contactId: id().notNull(), userId: id().notNull(), position: smallint().notNull(), ...madeAndChanged },
  (table) => [
    uniqueIndex("contact_followers_user").on(table.locationId, table.contactId, table.userId),
    index("contact_followers_of_user").on(table.locationId, table.userId, table.contactId),
    foreignKey({
      name: "contact_followers_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "contact_followers_user",
      columns: [table.locationId, table.userId],
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
    /** What they share: email, phone, or name and company. */
    reason: text({ enum: ["email", "phone", "name"] }).notNull(),
    dismissedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("duplicate_candidates_pair").on(table.locationId, table.contactId, table.otherContactId),
    index("duplicate_candidates_open")
      .on(table.locationId, sql`created_at desc`, sql`id desc`)
      .where(sql`dismissed_at is null`),
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
