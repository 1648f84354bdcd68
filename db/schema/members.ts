import { sql } from "drizzle-orm";
import { foreignKey, index, pgPolicy, pgRole, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, madeAndChanged } from "./columns";
import { locations, users } from "./companies";
import { tenantTable } from "./tenant-table";

const accessRole = pgRole("leadwright_access").existing();

/** People who share what they see. */
export const teams = tenantTable("teams", { name: text().notNull(), ...madeAndChanged }, (table) => [
  uniqueIndex("teams_name").on(table.locationId, sql`lower(${table.name})`),
]);

/** Who works in a location, as what, and how much of it they see. */
export const members = tenantTable(
  "members",
  {
    companyId: id().notNull(),
    userId: id().notNull(),
    role: text({ enum: ["admin", "manager", "rep"] }).notNull(),
    /** `own`: only records they made, own or follow; `team`: also those of their team; `all`: the whole location. */
    visibility: text({ enum: ["own", "team", "all"] })
      .notNull()
      .default("all"),
    teamId: id(),
    deactivatedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    unique("members_location_user").on(table.locationId, table.userId),
    foreignKey({
      name: "members_company_location",
      columns: [table.companyId, table.locationId],
      foreignColumns: [locations.companyId, locations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "members_user",
      columns: [table.companyId, table.userId],
      foreignColumns: [users.companyId, users.id],
    }).onDelete("cascade"),
    index("members_of_team").on(table.locationId, table.teamId),
    foreignKey({
      name: "members_team",
      columns: [table.locationId, table.teamId],
      foreignColumns: [teams.locationId, teams.id],
    }),
    pgPolicy("members_access", { to: accessRole, using: sql`true`, withCheck: sql`true` }),
  ],
);
