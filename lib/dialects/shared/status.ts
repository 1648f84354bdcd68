import { type DomainError, Unreadable } from "@/lib/access/errors";

/**
 * The HTTP status of an error (RFC 9110, RFC 6585): what every dialect answers where its own
 * document says nothing else. `invalid` is the status its document has for input that breaks a rule.
 */
export function statusOf(error: DomainError, invalid: 400 | 422): number {
  if (error instanceof Unreadable)
    return { malformed: 400, too_large: 413, media_type: 415, method: 405 }[error.reason];
  switch (error.code) {
    case "not_found":
      return 404;
    case "invalid":
      return invalid;
    case "conflict":
      return 409;
    case "forbidden":
      return 403;
    case "unauthenticated":
      return 401;
    case "limit":
      return 429;
    case "precondition":
      return 412;
    case "unavailable":
      return error.rule === "internal" ? 500 : 503;
  }
}
