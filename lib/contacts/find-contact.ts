import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { normalEmail } from "@/lib/kit/email";
import { normalPhone } from "@/lib/kit/phone";
import { findSamePeople } from "./internal/same-people";
import { contactInLocation } from "./internal/select-contacts";
import type { ContactRecord } from "./model";

/**
 * The contact that is known by an email or a phone: by the first of them in the location's order; by
 * the email first, where the location allows duplicates. Null when there is none.
 */
export function findContact(
  context: Context,
  { email, phone }: { email?: string; phone?: string },
): Promise<ContactRecord | null> {
  return read(context, async (transaction) => {
    const { people } = await findSamePeople(transaction, context, {
      emailNormal: email ? normalEmail(email) : null,
      phoneNormal: phone ? normalPhone(phone, context.location.country) : null,
    });
    const [same] = people;
    return same ? contactInLocation(transaction, context, same.id) : null;
  });
}
