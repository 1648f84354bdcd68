import { type BuildExtraConfigColumns, sql } from "drizzle-orm";
import {
  foreignKey,
  type PgColumnBuilderBase,
  pgPolicy,
  pgRole,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
} from "drizzle-orm/pg-core";
import { id } from "./columns";
import { locations } from "./companies";

/** The role that requests work as: it sees one location (or company) at a time. */
export const appRole = pgRole("leadwright_app").existing();
/** The role of jobs and maintenance that cross tenants: `asSystem` alone takes it. */
export const systemRole = pgRole("leadwright_system").existing();

type TenantColumns<Name extends string, Columns extends Record<string, PgColumnBuilderBase>> = BuildExtraConfigColumns<
  Name,
  Columns & typeof tenantKey,
  "pg"
>;

const tenantKey = { locationId: id().notNull(), id: id().notNull() };

type TenantOptions = {
  /** False where triggers hold the rows of a statement to their location at once, or what they belong to does. Default true. */
  refersToLocation?: boolean;
};

/**
 * A table whose rows belong to one location: its primary key, its foreign key to the location, and
 * the two policies that row-level security works by. Every tenant-owned table is made with it.
 */
export function tenantTable<Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
  name: Name,
  columns: Columns,
  extra: (table: TenantColumns<Name, Columns>) => PgTableExtraConfigValue[] = () => [],
  { refersToLocation = true }: TenantOptions = {},
) {
  return pgTable(name, { ...tenantKey, ...columns }, (table) => [
    // The key's columns are known above; the generic hides them from the compiler here.
    primaryKey({ columns: [table.locationId as never, table.id as never] }),
    ...(refersToLocation
      ? [
          foreignKey({
            name: `${name}_location`,
            columns: [table.locationId as never],
            foreignColumns: [locations.id],
          }).onDelete("cascade"),
        ]
      : []),
    pgPolicy(`${name}_tenant`, {
      to: appRole,
      using: sql`location_id = current_setting('app.location_id', true)`,
      withCheck: sql`location_id = current_setting('app.location_id', true)`,
    }),
    pgPolicy(`${name}_system`, { to: systemRole, using: sql`true`, withCheck: sql`true` }),
    ...extra(table),
  ]).enableRLS();
}
