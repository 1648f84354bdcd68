import { eq } from "drizzle-orm";
import { locations } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change, read } from "@/lib/data/doors";
import { difference } from "@/lib/events/catalogue";

/** How a location tells whether two contacts are one person. */
export type ContactRules = {
  /** Whether programs may make a contact whose email or phone somebody has. */
  allowsDuplicates: boolean;
  /** By what a person is known, the first before the next. */
  identifiers: ("email" | "phone")[];
};

const columns = { allowsDuplicates: locations.allowsDuplicateContacts, identifiers: locations.contactIdentifiers };

/** The location's rules on contacts. */
export async function readContactRules(context: Context): Promise<ContactRules> {
  const [rules] = await read(context, (transaction) =>
    transaction.select(columns).from(locations).where(eq(locations.id, context.location.id)),
  );
  if (!rules) throw new Error("A location has rules on contacts.");
  return rules;
}

/** Sets the location's rules on contacts. @throws Invalid at `identifiers` for none, or for one twice. */
export function saveContactRules(context: Context, rules: ContactRules): Promise<ContactRules> {
  if (rules.identifiers.length === 0 || new Set(rules.identifiers).size < rules.identifiers.length)
    throw Invalid.field("identifiers", "identifiers", "Name email, phone, or both, each once.");
  return change(context, async (transaction) => {
    const it = eq(locations.id, context.location.id);
    const [before] = await transaction.select(columns).from(locations).where(it).for("update");
    const changed = difference<Record<string, unknown>>({ ...before }, rules);
    if (Object.keys(changed.after).length === 0) return { result: rules, unchanged: true };
    const { allowsDuplicates: allowsDuplicateContacts, identifiers: contactIdentifiers } = rules;
    await transaction
      .update(locations)
      .set({ allowsDuplicateContacts, contactIdentifiers, updatedAt: context.now })
      .where(it);
    const subject = { type: "location", id: context.location.id };
    return { result: rules, events: [{ type: "settings.changed", subject, ...changed }] };
  });
}
