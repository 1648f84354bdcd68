import { type DomainError, Invalid } from "@/lib/access/errors";

/** An error as one text: every issue with the name of its field. */
export const sentenceOf = (error: DomainError): string =>
  error instanceof Invalid
    ? error.issues.map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": ")).join(" ")
    : error.message;
