import { z } from "zod";
import { bearerCaller } from "@/lib/access/callers";
import { type DomainError, Invalid, Unreadable } from "@/lib/access/errors";
import { statusOf } from "@/lib/dialects/shared/status";
import type { Dialect } from "@/lib/http/dialect";
import { createEndpoint } from "@/lib/http/endpoint";

const errorTypes = {
  not_found: "not_found",
  invalid: "invalid_request",
  conflict: "conflict",
  forbidden: "permission",
  unauthenticated: "authentication",
  limit: "rate_limit",
  precondition: "precondition",
  unavailable: "unavailable",
} as const satisfies Record<DomainError["code"], string>;

const CrmLeadError = z.object({
  error: z.object({
    type: z.enum([...Object.values(errorTypes), "unreadable"]),
    message: z.string(),
    /** Every field that is wrong, when it was the fields. */
    issues: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  }),
});

/** An error as this API prints it. Its document shows none; the shape follows those of APIs like it. */
function refuse(error: DomainError): { status: number; body: z.infer<typeof CrmLeadError> } {
  const type = error instanceof Unreadable ? "unreadable" : errorTypes[error.code];
  const issues = error instanceof Invalid && {
    issues: error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
  };
  return { status: statusOf(error, 422), body: { error: { type, message: error.message, ...issues } } };
}

/** "The Lead object": five operations on a lead of 45 attributes. */
export const crmLead: Dialect = {
  name: "crm-lead",
  title: "CRM lead",
  credentials: bearerCaller,
  bodies: ["json"],
  refuse,
  security: ["bearer"],
  error: CrmLeadError,
};

export const endpoint = createEndpoint(crmLead);
