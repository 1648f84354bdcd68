import { z } from "zod";
import { bearerCaller, bearerSecret } from "@/lib/access/callers";
import { ChangedSince, type DomainError, Invalid } from "@/lib/access/errors";
import { sessionCaller } from "@/lib/access/session-caller";
import { statusOf } from "@/lib/dialects/shared/status";
import type { Dialect, Refusal } from "@/lib/http/dialect";
import { createEndpoint } from "@/lib/http/endpoint";

/** RFC 9457 problem details, with the fields that were wrong. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  issues: z
    .array(z.object({ path: z.array(z.union([z.string(), z.number()])), rule: z.string(), message: z.string() }))
    .optional(),
  clashes: z
    .array(
      z.object({
        field: z.string(),
        wanted: z.unknown(),
        present: z.unknown(),
        by: z.string().optional(),
        at: z.string().optional(),
      }),
    )
    .optional()
    .describe("Fields that somebody else changed since the caller looked: what was wanted, and what there is."),
});

const titles: Record<DomainError["code"], string> = {
  not_found: "Not found",
  invalid: "Not valid",
  conflict: "Conflict",
  forbidden: "Not allowed",
  unauthenticated: "Not signed in",
  limit: "Too many requests",
  precondition: "Changed meanwhile",
  unavailable: "Not available",
};

/** An error as problem details. */
export function problem(error: DomainError, requestId: string): Refusal & { body: z.infer<typeof Problem> } {
  const status = statusOf(error, 422);
  const issues = error instanceof Invalid ? error.issues : undefined;
  return {
    status,
    body: {
      type: "about:blank",
      title: titles[error.code],
      status,
      detail: error.message,
      code: error.rule,
      requestId,
      ...(issues && { issues }),
      ...(error instanceof ChangedSince && { clashes: error.clashes }),
    },
    headers: { "content-type": "application/problem+json" },
  };
}

/** Our own API: what the web app needs beyond the dialects. Sessions and bearer keys. */
export const native: Dialect = {
  name: "native",
  title: "Leadwright",
  credentials: (request) => (bearerSecret(request) === null ? sessionCaller(request) : bearerCaller(request)),
  bodies: ["json"],
  namesEvents: true,
  refuse: problem,
  security: ["session"],
  otherSecurity: ["bearer"],
  error: Problem,
};

export const endpoint = createEndpoint(native);
