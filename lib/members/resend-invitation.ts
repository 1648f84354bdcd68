import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { lockInvited } from "./internal/lock-invited";
import { mailInvitation } from "./internal/mail-invitation";

/** Mails another link, which begins with `origin`, to somebody who has not come in yet; the one of before is void. @throws as lockInvited. */
export function resendInvitation(
  context: Context,
  { userId, origin }: { userId: string; origin: string },
): Promise<void> {
  return change(context, async (transaction, inside) => {
    const person = await lockInvited(transaction, inside, userId);
    const [first, ...rest] = await mailInvitation(transaction, inside, person, origin);
    return { result: undefined, ...(first ? { events: [first, ...rest] } : { unchanged: true }) };
  });
}
