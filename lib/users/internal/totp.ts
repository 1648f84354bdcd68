import { Secret, TOTP } from "otpauth";

/** How long a code holds, as authenticator apps expect it. */
const stepSeconds = 30;
/** Clocks differ, and people type: a code may be one step old or new. */
const window = 1;

/** A new secret of 160 bits in base32, as authenticator apps take it. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that a QR code shows to an authenticator app. */
export const totpUri = (secret: string, { issuer, label }: { issuer: string; label: string }): string =>
  totpOf(secret, { issuer, label }).toString();

/** The step of time (RFC 6238) whose code this is, now or one before or after; null when it is none of them. */
export function stepOfCode(secret: string, given: string, now: Date): number | null {
  const token = given.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / stepSeconds) + delta;
}

const totpOf = (secret: string, names: { issuer?: string; label?: string } = {}): TOTP =>
  new TOTP({ ...names, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: stepSeconds });
