import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgRole,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { code, id, instant, jsonValue, madeAndChanged, rowNumber } from "./columns";

const appRole = pgRole("leadwright_app").existing();
const systemRole = pgRole("leadwright_system").existing();
/** The role that finds out who calls, before there is a tenant. Only lib/access takes it. */
const accessRole = pgRole("leadwright_access").existing();

/** The policies of a table that belongs to a company: the app sees one company, lib/access sees all. */
const companyPolicies = (name: string, column = "company_id") => [
  pgPolicy(`${name}_company`, {
    to: appRole,
    using: sql.raw(`${column} = current_setting('app.company_id', true)`),
    withCheck: sql.raw(`${column} = current_setting('app.company_id', true)`),
  }),
  pgPolicy(`${name}_access`, { to: accessRole, using: sql`true`, withCheck: sql`true` }),
  pgPolicy(`${name}_system`, { to: systemRole, using: sql`true`, withCheck: sql`true` }),
];

/** The agency: owns locations and users. */
export const companies = pgTable(
  "companies",
  {
    id: id().primaryKey(),
    name: text().notNull(),
    ...madeAndChanged,
  },
  () => companyPolicies("companies", "id"),
).enableRLS();

/** A sub-account: the tenant. */
export const locations = pgTable(
  "locations",
  {
    id: id().primaryKey(),
    companyId: id()
      .notNull()
      .references(() => companies.id),
    name: text().notNull(),
    /** IANA zone in which naive times of this location are read. */
    timeZone: text().notNull().default("UTC"),
    /** ISO 4217 code of money that names no currency. */
    currency: text().notNull().default("USD"),
    /** ISO 3166-1 alpha-2 code by which phone numbers without a prefix are read. */
    country: text().notNull().default("US"),
    /** Whether two contacts may share an email or phone; if not, by what the one that is there is found, in this order. */
    allowsDuplicateContacts: boolean().notNull().default(false),
    contactIdentifiers: text({ enum: ["email", "phone"] })
      .array()
      .notNull()
      .default(sql`'{email,phone}'::text[]`),
    ...madeAndChanged,
  },
  (table) => [unique("locations_company_id").on(table.companyId, table.id), ...companyPolicies("locations")],
).enableRLS();

/** A person who signs in. */
export const users = pgTable(
  "users",
  {
    id: id().primaryKey(),
    companyId: id()
      .notNull()
      .references(() => companies.id),
    number: rowNumber().unique(),
    username: code().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    /** Lower-cased; people sign in with it, so it names one person in the whole installation. */
    emailNormal: code().notNull(),
    phone: text(),
    /** A PHC string of argon2id; null for people who sign in elsewhere (OIDC) or not at all (portal invitations). */
    passwordHash: text(),
    /** `team` works in the app; `client` is the portal login of a converted lead. */
    kind: text({ enum: ["team", "client"] })
      .notNull()
      .default("team"),
    /** IANA zone and BCP 47 locale of the person; null means the location's. */
    timeZone: text(),
    locale: text(),
    theme: text({ enum: ["system", "light", "dark"] })
      .notNull()
      .default("system"),
    /** Until when the link of their invitation works; null once they have come in, and for who was never invited. */
    invitedUntil: instant(),
    deactivatedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    unique("users_company_id").on(table.companyId, table.id),
    uniqueIndex("users_email").on(table.emailNormal),
    uniqueIndex("users_username").on(sql`lower(${table.username})`),
    ...companyPolicies("users"),
  ],
).enableRLS();

/** One signed-in browser. The cookie carries its id; revoking the row signs it out. */
export const sessions = pgTable(
  "sessions",
  {
    id: id().primaryKey(),
    companyId: id().notNull(),
    userId: id().notNull(),
    /** The location the person last switched to. */
    locationId: id(),
    userAgent: text(),
    address: text(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    foreignKey({
      name: "sessions_user",
      columns: [table.companyId, table.userId],
      foreignColumns: [users.companyId, users.id],
    }).onDelete("cascade"),
    index("sessions_user").on(table.companyId, table.userId),
    ...companyPolicies("sessions"),
  ],
).enableRLS();

/** What programs call with. Only a SHA-256 of the secret is kept; the secret is shown once. */
export const tokens = pgTable(
  "tokens",
  {
    id: id().primaryKey(),
    companyId: id()
      .notNull()
      .references(() => companies.id),
    /** The one location it opens; null for a token of the whole company. */
    locationId: id(),
    /** The person it speaks for; null for a key that speaks for the location itself. */
    userId: id(),
    number: rowNumber().unique(),
    kind: text({ enum: ["location_key", "user_token", "private_integration"] }).notNull(),
    name: text().notNull(),
    /** Hex SHA-256 of the secret. */
    secretHash: code().notNull(),
    /** The last four characters, so that people can tell their keys apart. */
    secretHint: text().notNull(),
    scopes: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    createdByUserId: id(),
    lastUsedAt: instant(),
    expiresAt: instant(),
    revokedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("tokens_secret_hash").on(table.secretHash),
    foreignKey({
      name: "tokens_location",
      columns: [table.companyId, table.locationId],
      foreignColumns: [locations.companyId, locations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "tokens_user",
      columns: [table.companyId, table.userId],
      foreignColumns: [users.companyId, users.id],
    }).onDelete("cascade"),
    index("tokens_location").on(table.companyId, table.locationId),
    ...companyPolicies("tokens"),
  ],
).enableRLS();

/** A link sent by mail to set a new password; good once, and only its hash is kept. */
export const passwordResets = pgTable(
  "password_resets",
  {
    id: id().primaryKey(),
    companyId: id().notNull(),
    userId: id().notNull(),
    secretHash: code().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("password_resets_secret_hash").on(table.secretHash),
    foreignKey({
      name: "password_resets_user",
      columns: [table.companyId, table.userId],
      foreignColumns: [users.companyId, users.id],
    }).onDelete("cascade"),
    ...companyPolicies("password_resets"),
  ],
).enableRLS();

/** The authenticator app that a user signs in with beside their password. Sealed: the database alone gives nobody a code. */
export const secondFactors = pgTable(
  "second_factors",
  {
    id: id().primaryKey(),
    companyId: id().notNull(),
    userId: id().notNull(),
    /** Its secret, sealed with AUTH_SECRET (lib/access/seal.ts). */
    sealedSecret: text().notNull(),
    /** Null until a code has shown that the app has the secret: it is asked for from then on. */
    confirmedAt: instant(),
    /** The step of time, of 30 seconds, whose code was used last: no code is taken twice. */
    lastStep: integer(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("second_factors_user").on(table.userId),
    foreignKey({
      name: "second_factors_user",
      columns: [table.companyId, table.userId],
      foreignColumns: [users.companyId, users.id],
    }).onDelete("cascade"),
    ...companyPolicies("second_factors"),
  ],
).enableRLS();

/** What opens the door once to who has lost their authenticator app; only its hash is kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: id().primaryKey(),
    companyId: id().notNull(),
    userId: id().notNull(),
    secretHash: code().notNull(),
    usedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("recovery_codes_secret_hash").on(table.userId, table.secretHash),
    foreignKey({
      name: "recovery_codes_user",
      columns: [table.companyId, table.userId],
      foreignColumns: [users.companyId, users.id],
    }).onDelete("cascade"),
    ...companyPolicies("recovery_codes"),
  ],
).enableRLS();

/** What happened to accounts, sessions and keys: the company's own audit log (a location's is `events`). */
export const accessEvents = pgTable(
  "access_events",
  {
    id: id().primaryKey(),
    companyId: id()
      .notNull()
      .references(() => companies.id),
    userId: id(),
    type: text().notNull(),
    address: text(),
    details: jsonb(),
    occurredAt: instant().notNull().defaultNow(),
  },
  (table) => [index("access_events_company").on(table.companyId, table.id), ...companyPolicies("access_events")],
).enableRLS();

/** Failed sign-ins per account and address, so that guessing is slow on every process alike. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    /** Hash of what is counted: an account or an address. */
    subject: code().primaryKey(),
    failures: integer().notNull(),
    windowEndsAt: instant().notNull(),
  },
  () => [
    pgPolicy("sign_in_attempts_access", { to: accessRole, using: sql`true`, withCheck: sql`true` }),
    pgPolicy("sign_in_attempts_system", { to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ],
).enableRLS();

/** What the processes count together: requests of one caller in one window. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    /** Caller and window, such as `token id:daily:2026-11-21`. */
    subject: code().primaryKey(),
    used: integer().notNull(),
    windowEndsAt: instant().notNull(),
  },
  (table) => [
    index("rate_limits_window").on(table.windowEndsAt),
    pgPolicy("rate_limits_access", { to: accessRole, using: sql`true`, withCheck: sql`true` }),
    pgPolicy("rate_limits_system", { to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ],
).enableRLS();

/** Facts about the installation itself, such as which data it was seeded with. */
export const installation = pgTable(
  "installation",
  { key: code().primaryKey(), value: jsonValue().notNull(), demo: boolean().notNull().default(false) },
  () => [
    pgPolicy("installation_access", { to: accessRole, using: sql`true`, withCheck: sql`true` }),
    pgPolicy("installation_system", { to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ],
).enableRLS();
