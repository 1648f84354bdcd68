import { type SQL, sql } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { opportunities } from "@/db/schema/opportunities";
import { phoneDigits } from "@/lib/kit/phone";
import { containing, hasTrigram } from "@/lib/kit/search-words";
import { leadsOfContacts } from "@/lib/leads/internal/found-leads";
import { type Source, unknown, withPart } from "@/lib/leads/internal/sought-words";
import type { Condition, Part } from "@/lib/leads/query/model";
import { isGroup } from "./group-sql";

/** The texts that the search text of a lead is made of, and those of its contact. */
const ofLead: ReadonlySet<string> = new Set(["name", "contactName", "firstName", "lastName", "companyName", "email"]);
const ofContact: ReadonlySet<string> = new Set(["city", "state", "country"]);

/** Beyond so many words one look at all leads is cheaper. */
const mostWords = 5;

/**
 * The living leads that may meet a part of a filter, found through an index of texts: all that do, and
 * perhaps others. Of null where no index knows.
 */
export function sourceOf(part: Part): Source {
  if (isGroup(part)) return unknown;
  const { field, operator, value } = part;
  if (field === "tags") return leadsOfTagged(part);
  if (field === "nextTaskDueAt") return operator === "isEmpty" ? unknown : leadsWithTasks;
  if (field === "nextAppointmentAt") return operator === "isEmpty" ? unknown : leadsWithAppointments;
  if (operator !== "is" && operator !== "contains" && operator !== "startsWith") return unknown;
  if (field === "phone") return operator === "contains" ? leadsOfContactsWith([phoneDigits(String(value))]) : unknown;
  if (ofLead.has(field)) return withPart(String(value).toLowerCase());
  if (ofContact.has(field)) return leadsOfContactsWith([String(value).toLowerCase()]);
  return unknown;
}

/** Of `allOf` one word is enough to look up: the others are looked at afterwards. */
function leadsOfTagged({ operator, value }: Condition): Source {
  const words = (Array.isArray(value) ? value : []).map((word) => String(word).toLowerCase());
  if (operator === "anyOf") return leadsOfContactsWith(words);
  if (operator !== "allOf") return unknown;
  const [longest = ""] = words.toSorted((one, other) => other.length - one.length);
  return leadsOfContactsWith([longest]);
}

/** Leads that something hangs on, which `ids` finds. */
const leadsIn = (ids: SQL): Source => ({
  source: (most) => sql`(select o.* from (${ids}) as found(id) join ${opportunities} o
    on o.location_id = ${sql.placeholder("locationId")} and o.id = found.id and o.deleted_at is null limit ${most}) as opportunities`,
});

const leadsWithTasks = leadsIn(sql`select distinct t.opportunity_id from ${tasks} t
  where t.location_id = ${sql.placeholder("locationId")} and t.completed_at is null and t.deleted_at is null`);

const leadsWithAppointments = leadsIn(sql`select distinct a.opportunity_id from ${appointments} a
  where a.location_id = ${sql.placeholder("locationId")} and a.deleted_at is null`);

function leadsOfContactsWith(parts: readonly string[]): Source {
  if (parts.length === 0 || parts.length > mostWords || !parts.every(hasTrigram)) return unknown;
  const found = sql.join(
    parts.map((part) => sql`select find_contacts(${containing(part)}, null)`),
    sql` union `,
  );
  return leadsOfContacts(found);
}
