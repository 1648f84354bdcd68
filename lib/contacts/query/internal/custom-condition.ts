import { and, not, or, type SQL, sql } from "drizzle-orm";
import { customValues } from "@/db/schema/activity";
import { contacts } from "@/db/schema/contacts";
import type { ContactCondition } from "@/lib/contacts/query/model";
import type { CustomField } from "@/lib/custom-fields/model";
import { containing, hasTrigram } from "@/lib/kit/search-words";
import { type Compiled, comparisons, oneOf, type Reading } from "./conditions";
import { dateOf, numberOf, type Path, rangeOf, refuse, textOf, textsOf } from "./values";

const custom = { text: sql`v.text_value`, number: sql`v.number_value` };

/** The custom field of an id or key; and of a list of boxes the one whose label stands behind that and a dot. */
function customOf(name: string, fields: CustomField[]): { known: CustomField; box: string | null } | null {
  for (const known of fields)
    for (const word of [known.id, known.fieldKey, `contact.${known.fieldKey}`]) {
      if (name === word) return { known, box: null };
      if (known.dataType === "text_list" && name.startsWith(`${word}.`))
        return { known, box: name.slice(word.length + 1) };
    }
  return null;
}

/**
 * Reads a condition on a custom field, `custom:` and its id or key. `path` is where it stands.
 * @throws Invalid for a field the location does not have, and for values that do not fit.
 */
export function compileCustom(
  { field, operator, value }: ContactCondition,
  path: Path,
  { customFields, location }: Reading,
): Compiled {
  const named = customOf(field.slice("custom:".length), customFields);
  if (!named) refuse([...path, "field"], "must be one of the location's custom fields");
  const { known, box } = named;
  const at = [...path, "value"];
  const filled = box === null ? sql`true` : sql`v.value ->> ${box} <> ''`;
  const whole = box === null ? sql`lower(v.value #>> '{}')` : sql`lower(v.value ->> ${box})`;
  const text = box === null ? custom.text : sql`lower(left(v.value ->> ${box}, 200))`;
  const ids = (condition: SQL) => sql`select v.contact_id from ${customValues} v
    where v.location_id = ${location.id} and v.custom_field_id = ${known.id} and v.contact_id is not null and ${condition}`;
  const has = (condition: SQL): Compiled => ({
    // One contact after the other, which a scalar makes sure of: a page of common values ends soon, and the set may be large.
    where: sql`coalesce((select true from ${customValues} v where v.location_id = ${contacts.locationId}
      and v.contact_id = ${contacts.id} and v.custom_field_id = ${known.id} and ${condition} limit 1), false)`,
    candidates: { some: (most) => sql`${ids(condition)} limit ${most}` },
  });
  const isNumber = known.dataType === "number" || known.dataType === "money";
  const wordOf = known.dataType === "date" ? dateOf : textOf;
  const isList = known.dataType === "options" || known.dataType === "checkboxes";
  const same = () => {
    if (isNumber) return sql`${custom.number} = sortable_number(${numberOf(value, at)}::numeric)`;
    if (!isList)
      return oneOf(
        text,
        textsOf(value, at).map((given) => given.slice(0, 200)),
      );
    return sql`(${or(...textsOf(value, at).map((given) => sql`lower(v.value::text)::jsonb ? ${given}::text`)) ?? sql`false`})`;
  };
  switch (operator) {
    case "is":
      return has(same());
    case "isNot":
      return { where: not(has(same()).where) };
    case "contains": {
      const part = textOf(value, at);
      const where = has(sql`${whole} like ${containing(part)}`).where;
      if (!hasTrigram(part) || box !== null) return { where };
      return {
        where,
        candidates: {
          some: (most) => sql`select find_contacts_by_custom_part(${known.id}, ${containing(part)}, ${most}::int)`,
        },
      };
    }
    case "doesNotContain":
      return { where: not(has(sql`${whole} like ${containing(textOf(value, at))}`).where) };
    case "isEmpty": {
      const { where } = has(filled);
      const lacking = sql`not exists (${ids(sql`v.contact_id = c.id and ${filled}`)})`;
      const living = sql`c.location_id = ${location.id} and c.deleted_at is null`;
      return {
        where: not(where),
        candidates: {
          some: (most) => sql`select c.id from ${contacts} c where ${living} and ${lacking} limit ${most}`,
        },
      };
    }
    case "isNotEmpty":
      return has(filled);
    case "range": {
      const limits = isNumber
        ? rangeOf(value, at, numberOf).map(
            ([bound, limit]) => sql`${custom.number} ${comparisons[bound]} sortable_number(${limit}::numeric)`,
          )
        : rangeOf(value, at, wordOf).map(([bound, limit]) => sql`${text} ${comparisons[bound]} ${limit}`);
      return has(and(...limits) ?? sql`true`);
    }
  }
}
