import { findAccount } from "./internal/find-account";

/**
 * The user whose email address an identity provider vouches for; null when nobody here has it. The
 * provider was chosen by whoever runs the installation, so its word is enough.
 */
export async function findProviderUser(
  email: string,
): Promise<{ userId: string; companyId: string; name: string } | null> {
  if (!email.includes("@")) return null;
  const account = await findAccount(email);
  return account && { userId: account.id, companyId: account.companyId, name: account.name };
}
