import { environment } from "./environment";

/**
 * Tells next-auth, which reads its settings from process.env alone, where people reach us: at
 * APP_URL, else at whatever host their request names.
 */
export function configureNextAuth(): void {
  if (environment.APP_URL) process.env.NEXTAUTH_URL = new URL(environment.APP_URL).origin;
  else process.env.AUTH_TRUST_HOST = "true";
}
