import { normalEmail } from "@/lib/kit/email";
import { findAccount } from "./internal/find-account";

/**
 * The user whose email address an identity provider vouches for; null when nobody here has it. The
 * provider was chosen by whoever runs the installation, so its word is enough.
 */
export async function findProviderUser(
  email: string,
): Promise<{ userId: string; companyId: string; name: string } | null> {
  const account = await findAccount(email);
  // A username may look like somebody's address: the provider vouches for no username.
  if (!account || normalEmail(account.email) !== normalEmail(email)) return null;
  return { userId: account.id, companyId: account.companyId, name: account.name };
}
