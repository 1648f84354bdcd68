import { z } from "zod";
import { bearerCaller } from "@/lib/access/callers";
import { type DomainError, Invalid } from "@/lib/access/errors";
import { statusOf } from "@/lib/dialects/shared/status";
import type { Dialect, Refusal } from "@/lib/http/dialect";
import { createEndpoint } from "@/lib/http/endpoint";
import { sentenceOf } from "./sentences";

const LeadsRestError = z.object({ message: z.string(), errors: z.record(z.string(), z.array(z.string())).optional() });

/** An error as this API prints it: every field that is wrong at once, in Laravel's sentences. */
function refuse(error: DomainError): Refusal & { body: z.infer<typeof LeadsRestError> } {
  const status = statusOf(error, 422);
  // This API knows no notes: they are its comments.
  if (!(error instanceof Invalid))
    return { status, body: { message: error.message.replace(/^This note\b/, "This comment") } };
  const errors = new Map<string, string[]>();
  for (const issue of error.issues) {
    const field = issue.path.join(".") || "body";
    errors.set(field, [...(errors.get(field) ?? []), sentenceOf(issue, field)]);
  }
  return { status, body: { message: "The given data was invalid.", errors: Object.fromEntries(errors) } };
}

/** "Leads API": fifteen operations with comments, clone and convert. */
export const leadsRest: Dialect = {
  name: "leads-rest",
  title: "Leads (REST)",
  credentials: bearerCaller,
  bodies: ["urlencoded", "json", "multipart"],
  refuse,
  security: ["bearer"],
  error: LeadsRestError,
};

export const endpoint = createEndpoint(leadsRest);
