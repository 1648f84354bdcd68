import { tokens } from "@/db/schema/companies";
import { asSystem } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { newSecret, secretHash, type TokenKind } from "./secrets";

export type CreateToken = {
  companyId: string;
  /** The one location it opens; null for all of the company. */
  locationId: string | null;
  /** Whom it speaks for; null for the location or company itself. */
  userId: string | null;
  kind: TokenKind;
  name: string;
  scopes?: string[];
  createdByUserId?: string | null;
  expiresAt?: Date | null;
};

/** Makes a token. Answers its id and its secret, which can not be read again. */
export function createToken(input: CreateToken): Promise<{ id: string; secret: string }> {
  const id = newId();
  const secret = newSecret(input.kind);
  return asSystem("create token", async (transaction) => {
    await transaction
      .insert(tokens)
      .values({ ...input, id, secretHash: secretHash(secret), secretHint: secret.slice(-4) });
    return { id, secret };
  });
}
