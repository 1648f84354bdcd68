import { createHash, randomBytes } from "node:crypto";
import { base62 } from "@/lib/kit/id";

/** What keys of each kind begin with, so that people and scanners can tell them. */
export const tokenPrefixes = { location_key: "lwk_", user_token: "lwu_", private_integration: "pit-" } as const;

export type TokenKind = keyof typeof tokenPrefixes;

/** A new secret of 240 random bits for a token of this kind. It is shown once; only its hash is kept. */
export function newSecret(kind: TokenKind): string {
  const bytes = randomBytes(30);
  const groups = Array.from({ length: 10 }, (_, group) => base62(bytes.readUIntBE(group * 3, 3), 5));
  return tokenPrefixes[kind] + groups.join("");
}

/** Hex SHA-256 of a secret. Fast on purpose: secrets are random, so there is nothing to guess. */
export const secretHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");
