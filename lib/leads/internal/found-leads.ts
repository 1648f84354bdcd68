import { type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Ladder } from "@/lib/kit/shelves";
import type { Sought } from "./lead-question";

/** How leads are looked up whose search text is like a pattern. */
export const foundLeads = (pattern: SQL): Pick<Sought, "source" | "along"> => ({
  source: (most) => sql`find_leads(${pattern}, ${most}::int) as opportunities`,
  along: (
    most,
  ) => sql`(select (found.lead).*, found.step from find_leads_along(${pattern}, ${sql.placeholder("edges")}::int[],
    ${sql.placeholder("shares")}::float8[], ${sql.placeholder("few")}::int, ${sql.placeholder("enough")}::int, ${most}::int) as found) as opportunities`,
});

/** How the living leads of contacts are looked up whose ids a query finds. */
export const leadsOfContacts = (ids: SQL): Pick<Sought, "source"> => ({
  source: (most) => sql`(select o.* from (${ids}) as found(id) join ${opportunities} o
    on o.location_id = ${sql.placeholder("locationId")} and o.contact_id = found.id and o.deleted_at is null limit ${most}) as opportunities`,
});

/** The digits of the contact's phone number in its normal form. */
export const digitsOfContact = sql`regexp_replace(coalesce(${contacts.phoneNormal}, ''), '\\D', '', 'g')`;

/** The values that `along` waits for. */
export const bindLadder = (ladder: Ladder, enough: number) => ({ ...ladder, enough });
