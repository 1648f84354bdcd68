import { bigint, customType, timestamp } from "drizzle-orm/pg-core";

/** 20 characters of base62, ordered by time (lib/kit/id.ts). Byte order in every database, hence the collation. */
export const id = customType<{ data: string }>({ dataType: () => 'varchar(20) collate "C"' });

/** Text that is compared and ordered byte by byte: slugs, keys, ranks, hashes. */
export const code = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Any JSON value. drizzle's own jsonb parses a text a second time: `"10"` would come back as 10. */
export const jsonValue = customType<{ data: unknown }>({ dataType: () => "jsonb", toDriver: JSON.stringify });

/** An instant, kept in UTC with microseconds. */
export const instant = (name?: string) =>
  name ? timestamp(name, { withTimezone: true }) : timestamp({ withTimezone: true });

/** An amount of money in minor units of the currency in the column beside it. */
export const minorUnits = () => bigint({ mode: "number" });

/** The short number by which people and the lead APIs know a row. The demo data gives some of its own. */
export const rowNumber = () => bigint({ mode: "number" }).generatedByDefaultAsIdentity();

/** When the row was made and last changed. `change` commands set updatedAt; the database sets both at first. */
export const madeAndChanged = {
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant().notNull().defaultNow(),
};

/** The same to the millisecond, which is what programs are told: pages by these keys neither skip a row nor repeat one. */
export const madeAndChangedInMilliseconds = {
  createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
  updatedAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
};
