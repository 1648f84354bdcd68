import { type SQL, sql } from "drizzle-orm";
import { customValues } from "@/db/schema/activity";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { leadCategories, opportunities, opportunityFollowers, pipelines, stages } from "@/db/schema/opportunities";
import { type CellValue, customFieldId } from "@/lib/leads/query/model";
import type { Understood } from "./understand";

const o = opportunities;

/** The values of `fields` for a row of leads, contacts and stages, as one JSON object by field name. */
export function cellsOf(fields: readonly string[], understood: Understood): SQL<Record<string, CellValue>> {
  const pairs = fields.map((field) => sql`${field}::text, ${cellOf(field, understood)}`);
  return sql`json_build_object(${sql.join(pairs, sql`, `)})`;
}

function cellOf(field: string, { columns, custom }: Understood): SQL {
  const special = specialCells[field];
  if (special) return special;
  const customField = custom.get(customFieldId(field) ?? "");
  if (customField) {
    const isOwner =
      customField.recordType === "lead" ? sql`v.opportunity_id = ${o.id}` : sql`v.contact_id = ${o.contactId}`;
    return sql`(select v.value from ${customValues} v
      where v.location_id = ${o.locationId} and ${isOwner} and v.custom_field_id = ${customField.id})`;
  }
  const found = columns(field);
  if (!found) throw new Error(`There is no column for ${field}.`);
  const { value, type } = found.column;
  return type === "timestamptz"
    ? sql`to_char((${value}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : sql`to_json(${value})`;
}

const userCell = (userId: SQL): SQL =>
  sql`(select json_build_object('id', u.id, 'name', u.name) from ${users} u where u.id = ${userId})`;

const followerCells = (
  which: SQL = sql``,
) => sql`(select json_agg(json_build_object('id', u.id, 'name', u.name) order by f.position)
  from ${opportunityFollowers} f join ${users} u on u.id = f.user_id
  where f.location_id = ${o.locationId} and f.opportunity_id = ${o.id}${which})`;

/** Fields whose cell is not what conditions compare. */
const specialCells: Readonly<Record<string, SQL>> = {
  stage: sql`(select json_build_object('id', s.id, 'name', s.name, 'color', s.color) from ${stages} s
    where s.location_id = ${o.locationId} and s.id = ${o.stageId})`,
  pipeline: sql`(select json_build_object('id', p.id, 'name', p.name) from ${pipelines} p
    where p.location_id = ${o.locationId} and p.id = ${o.pipelineId})`,
  category: sql`(select json_build_object('id', c.id, 'name', c.name) from ${leadCategories} c
    where c.location_id = ${o.locationId} and c.id = ${o.categoryId})`,
  owner: userCell(sql`${o.ownerId}`),
  createdBy: userCell(sql`${o.createdById}`),
  followers: sql`coalesce(${followerCells()}, '[]')`,
  assigned: sql`((case when ${o.ownerId} is null then '[]' else jsonb_build_array(${userCell(sql`${o.ownerId}`)}) end)
    || coalesce(${followerCells(sql` and f.user_id is distinct from ${o.ownerId}`)}::jsonb, '[]'))`,
  tags: sql`to_json(${contacts.tags})`,
};
