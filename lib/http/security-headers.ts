import { environment } from "@/lib/config/environment";

type Policy = {
  /** What this page's own scripts and styles carry. */
  nonce: string;
  /** Whether it is the page of the API, whose reader brings its styles with its script. */
  isReference: boolean;
  isDevelopment: boolean;
};

/**
 * What a page may load and run: our own files, and inline only what carries the page's nonce. The
 * widths of bars and the colours people chose are style attributes, which can not run anything.
 */
export function contentSecurityPolicy({ nonce, isReference, isDevelopment }: Policy): string {
  const styles = isReference || isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers that every page carries besides its policy. */
export function securityHeaders(): [string, string][] {
  const always: [string, string][] = [
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    ["referrer-policy", "same-origin"],
    ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()"],
    ["cross-origin-opener-policy", "same-origin"],
  ];
  const isSecure = environment.APP_URL?.startsWith("https:") ?? false;
  return isSecure ? [...always, ["strict-transport-security", "max-age=31536000"]] : always;
}
