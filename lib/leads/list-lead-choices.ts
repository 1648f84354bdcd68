import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { customFields } from "@/db/schema/activity";
import { users } from "@/db/schema/companies";
import { tags } from "@/db/schema/contacts";
import { members } from "@/db/schema/members";
import { leadCategories, leadTallies } from "@/db/schema/opportunities";
import { type Context, userIdOf } from "@/lib/access/context";
import { isLivingField } from "@/lib/custom-fields/living-fields";
import type { CustomFieldType } from "@/lib/custom-fields/model";
import { read } from "@/lib/data/doors";
import { worksIn } from "@/lib/users/works-in";

/** What leads of a location can be given, and told apart by. */
export type LeadChoices = {
  /** ISO 4217 code of values that name no currency. */
  currency: string;
  /** The id of the user who asks; null where a key does. */
  me: string | null;
  /** Who works here now. */
  users: { id: string; name: string; username: string }[];
  categories: { id: string; name: string }[];
  /** Words that leads have as tags and as sources, the first thousand of each by the alphabet. */
  tags: string[];
  sources: string[];
  customFields: { id: string; name: string; dataType: CustomFieldType; options: string[] }[];
};

const mostWords = 1000;

/** The users, categories, words and custom fields that filters, columns and forms of leads offer. */
export function listLeadChoices({ location, ...context }: Context): Promise<LeadChoices> {
  return read({ location, ...context }, async (transaction) => {
    const [people, categories, tagNames, sources, fields] = await Promise.all([
      transaction
        .select({ id: users.id, name: users.name, username: users.username })
        .from(members)
        .innerJoin(users, eq(users.id, members.userId))
        .where(worksIn(location.id))
        .orderBy(asc(users.name), asc(users.id)),
      transaction
        .select({ id: leadCategories.id, name: leadCategories.name })
        .from(leadCategories)
        .where(eq(leadCategories.locationId, location.id))
        .orderBy(asc(leadCategories.name)),
      transaction
        .select({ name: tags.name })
        .from(tags)
        .where(eq(tags.locationId, location.id))
        .orderBy(asc(tags.name))
        .limit(mostWords),
      // The tallies know every source without a look at the leads.
      transaction
        .selectDistinct({ source: leadTallies.source })
        .from(leadTallies)
        .where(and(eq(leadTallies.locationId, location.id), isNotNull(leadTallies.source), ne(leadTallies.source, "")))
        .orderBy(asc(leadTallies.source))
        .limit(mostWords),
      transaction
        .select({
          id: customFields.id,
          name: customFields.name,
          dataType: customFields.dataType,
          options: customFields.options,
        })
        .from(customFields)
        .where(isLivingField({ location, ...context }, ["lead"]))
        .orderBy(asc(customFields.position), asc(customFields.name), asc(customFields.id)),
    ]);
    return {
      currency: location.currency,
      me: userIdOf({ location, ...context }),
      users: people,
      categories,
      tags: tagNames.map(({ name }) => name),
      sources: sources.flatMap(({ source }) => (source === null ? [] : [source])),
      customFields: fields,
    };
  });
}
