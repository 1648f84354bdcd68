import { sql } from "drizzle-orm";
import type { contacts } from "@/db/schema/contacts";
import type { opportunities } from "@/db/schema/opportunities";
import { type Context, userIdOf } from "@/lib/access/context";
import { base62 } from "@/lib/kit/id";
import { firstRank } from "@/lib/kit/rank";
import { leadSlug } from "@/lib/leads/lead-title";
import { noOwnerReference } from "@/lib/leads/model";
import type { Decision } from "./decide";
import type { Person } from "./people";
import type { References } from "./references";

/** The rows of contacts that are new. Columns that are empty in all of them are left out. */
export function contactRows(context: Context, made: Person[]): (typeof contacts.$inferInsert)[] {
  const createdById = userIdOf(context);
  const names = usedNames(made.map(({ fields }) => fields));
  return made.map(({ id, fields, emailNormal, phoneNormal, tags }) => ({
    locationId: context.location.id,
    id,
    ...picked(fields, names),
    emailNormal,
    phoneNormal,
    tags,
    createdById,
  }));
}

/** What the leads of new people are found by, put together from fields of the rows that are about the person. */
export const leadSearchText = {
  column: "searchText",
  // That of others is left to the database, which looks at the contact as it is by then.
  value: sql`case when given."isNew" then lead_search_text(given.name, given."whole", given."first", given."last", given."company", given."email") else '' end`,
  from: { isNew: "boolean", whole: "text", first: "text", last: "text", company: "text", email: "text" },
};

/** What `leadSearchText` is put together from. */
const searchedOf = ({ stamp, fields }: Person) => ({
  isNew: stamp === null,
  whole: fields.name,
  first: fields.firstName,
  last: fields.lastName,
  company: fields.companyName,
  email: fields.email,
});

/** The rows of leads that are new, in the order of the file on the board, with what `leadSearchText` reads. */
export function leadRows(
  context: Context,
  made: Decision[],
  { stages, members, categoryId }: References,
): (typeof opportunities.$inferInsert)[] {
  const createdById = userIdOf(context);
  const pipelines = new Map(stages.map(({ id, pipelineId }) => [id, pipelineId]));
  const usernames = new Map(members.map(({ id, username }) => [id, username]));
  const names = usedNames(made.flatMap(({ lead }) => lead?.fields ?? []));
  const rank = firstRank(context.now.getTime()).slice(0, -1);
  return made.flatMap(({ person, lead, row }) =>
    lead
      ? [
          {
            locationId: context.location.id,
            id: lead.id,
            slug: leadSlug(lead.id, lead.fields.name, row.contact),
            contactId: person.id,
            pipelineId: pipelines.get(lead.fields.stageId) ?? "",
            categoryId,
            ...picked(lead.fields, names),
            name: lead.fields.name,
            stageId: lead.fields.stageId,
            currency: lead.fields.currency,
            createdById,
            ownerReference: usernames.get(lead.fields.ownerId ?? "") ?? noOwnerReference,
            position: `${rank}${base62(row.position, 4)}V`,
            createdAt: row.lead.createdAt ?? context.now,
            ...searchedOf(person),
          },
        ]
      : [],
  );
}

/** The names of fields that at least one of the records has a value for. */
function usedNames<Fields extends object>(records: Fields[]): (keyof Fields)[] {
  const used = new Set<keyof Fields>();
  for (const record of records)
    // The keys of a record are the names of its fields.
    for (const name of Object.keys(record) as (keyof Fields)[])
      if (record[name] !== null && record[name] !== false) used.add(name);
  return [...used];
}

function picked<Fields extends object>(fields: Fields, names: (keyof Fields)[]): Partial<Fields> {
  const some: Partial<Fields> = {};
  for (const name of names) some[name] = fields[name];
  return some;
}
