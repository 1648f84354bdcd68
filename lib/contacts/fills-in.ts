import type { Location } from "@/lib/access/context";
import { normalEmail } from "@/lib/kit/email";
import { normalPhone } from "@/lib/kit/phone";
import { contactFieldNames, type ContactChanges, type ContactFields } from "./model";

/** The form in which two values of a field are the same value. */
function comparable(field: keyof ContactFields, value: string, location: Location): string {
  if (field === "email") return normalEmail(value) ?? "";
  if (field === "phone" || field === "mobile" || field === "whatsapp" || field === "fax") return normalPhone(value, location.country) ?? value;
  return value.trim().toLowerCase();
}

/**
 * How what is said about a person meets what is known of somebody with the same email or phone:
 * null when something conflicts (then it is another person, or nobody can tell), else the fields
 * that were empty and are known now.
 */
export function fillsIn(known: ContactFields, said: ContactChanges, location: Location): Partial<ContactFields> | null {
  const filled: Partial<ContactFields> = {};
  for (const field of contactFieldNames) {
    const value = said[field];
    if (!value?.trim()) continue;
    const present = known[field];
    if (!present?.trim()) filled[field] = value;
    else if (comparable(field, present, location) !== comparable(field, value, location)) return null;
  }
  return filled;
}
