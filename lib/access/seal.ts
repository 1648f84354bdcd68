import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { authSecret } from "./auth-secret";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a short secret for the database, with a key made from AUTH_SECRET. It opens for the same
 * `purpose` and `owner` alone: a value that is copied to another row is worth nothing there.
 */
export function seal(text: string, { purpose, owner }: { purpose: string; owner: string }): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyFor(purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed; null when it was changed, was another's, or was sealed with another AUTH_SECRET. */
export function unseal(sealed: string, { purpose, owner }: { purpose: string; owner: string }): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  try {
    const decipher = createDecipheriv(algorithm, keyFor(purpose), nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
    const opened = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return opened.toString("utf8");
  } catch {
    return null;
  }
}

const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", authSecret(), "", `leadwright ${purpose}`, 32));
