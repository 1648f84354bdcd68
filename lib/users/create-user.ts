import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import type { Role, Visibility } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import { normalEmail } from "@/lib/kit/email";
import { newId } from "@/lib/kit/id";
import { hashPassword } from "./passwords";

export type CreateUser = {
  companyId: string;
  username: string;
  name: string;
  email: string;
  /** Null for somebody who signs in elsewhere. */
  password: string | null;
  /** The short number to have; the next free one without it. */
  number?: number;
};

/** Makes a user of a company. Answers the id. @throws Invalid when the email address or username is taken. */
export async function createUser({ password, ...input }: CreateUser): Promise<string> {
  const id = newId();
  const passwordHash = password === null ? null : await hashPassword(password);
  return asSystem("create user", async (transaction) => {
    await transaction.insert(users).values({ ...input, id, emailNormal: normalEmail(input.email) ?? "", passwordHash });
    return id;
  });
}

/** Makes a user a member of a location. */
export function addMember(member: {
  companyId: string;
  locationId: string;
  userId: string;
  role: Role;
  visibility?: Visibility;
  teamId?: string;
}): Promise<void> {
  return asSystem("add member", async (transaction) => {
    await transaction.insert(members).values({ ...member, id: newId() });
  });
}
