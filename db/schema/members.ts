import { sql } from "drizzle-orm";
import { foreignKey, pgPolicy, pgRole, text, unique } from "drizzle-orm/pg-core";
import { id, instant, madeAndChanged } from "./columns";
import { locations, users } from "./companies";
import { tenantTable } from "./tenant-table";

const accessRole = pgRole("leadwright_access").existing();

/** Who works in a location, as what, and how much of it they see. */
export const members = tenantTable(
  "members",
  {
    companyId: id().notNull(),
    userId: id().notNull(),
    role: text({ enum: ["admin", "manager", "rep"] }).notNull(),
    /** `own`: only records they made, own or follow; `all`: the whole location. */
    visibility: text({ enum: ["own", "all"] })
      .notNull()
      .default("all"),
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
    pgPolicy("members_access", { to: accessRole, using: sql`true`, withCheck: sql`true` }),
  ],
);
