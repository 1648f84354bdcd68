import type { Location } from "@/lib/access/context";
import { normalEmail } from "@/lib/kit/email";
import { normalPhone } from "@/lib/kit/phone";
import { type Contact, type ContactChanges, contactFieldNames, type ContactFields } from "./model";

const flags = ["unsubscribed", "blogSubscriber"] as const;

/** The form in which two values of a field are the same value. */
function comparable(field: keyof ContactFields, value: string, location: Location): string {
  if (field === "email") return normalEmail(value) ?? "";
  if (field === "phone" || field === "mobile" || field === "whatsapp" || field === "fax")
    return normalPhone(value, location.country) ?? value;
  if (field === "annualRevenue") return String(Number(value));
  return value.trim().toLowerCase();
}

/**
 * How what is said about a person meets what is known of somebody with the same email or phone:
 * null when something conflicts (then it is another person, or nobody can tell), else the fields
 * that were empty and are known now. A flag that is not set is empty: setting it fills it in, and
 * only "not" against a set one conflicts.
 */
export function fillsIn(
  known: ContactFields & Pick<Contact, (typeof flags)[number]>,
  said: ContactChanges,
  location: Location,
): ContactChanges | null {
  const filled: ContactChanges = {};
  for (const field of contactFieldNames) {
    const value = said[field];
    if (!value?.trim()) continue;
    const present = known[field];
    if (!present?.trim()) filled[field] = value;
    else if (comparable(field, present, location) !== comparable(field, value, location)) return null;
  }
  for (const flag of flags) {
    if (known[flag] && said[flag] === false) return null;
    if (!known[flag] && said[flag]) filled[flag] = true;
  }
  return filled;
}
