import { z } from "zod";
import { bearerSecret, keyPairCaller } from "@/lib/access/callers";
import { DomainError, Invalid, type Issue } from "@/lib/access/errors";
import { statusOf } from "@/lib/dialects/shared/status";
import type { Dialect, Refusal } from "@/lib/http/dialect";

/** What the document calls "Request Failed": a rule that refused, with status 401 whatever rule it was. */
export class RequestFailed extends DomainError {
  readonly code = "precondition";
  readonly messages: string[];

  constructor(...messages: string[]) {
    super("request_failed", messages.join(" "));
    this.messages = messages;
  }
}

/** Where sentences go that are about no field. */
const noField = "non_field_errors";

const LeadsV1Error = z.object({
  status_code: z.int(),
  errors: z.record(z.string(), z.array(z.string())).describe(`Sentences by field; \`${noField}\` for the others.`),
  data: z.object({}),
});

function refuse(error: DomainError): Refusal & { body: z.infer<typeof LeadsV1Error> } {
  const status = error instanceof RequestFailed ? 401 : statusOf(error, 400);
  return { status, body: { status_code: status, errors: errorsOf(error), data: {} } };
}

function errorsOf(error: DomainError): Record<string, string[]> {
  if (error instanceof RequestFailed) return { [noField]: error.messages };
  return error instanceof Invalid ? byField(error.issues) : { [noField]: [error.message] };
}

function byField(issues: Issue[]): Record<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const { path, message } of issues) {
    const field = String(path[0] ?? noField);
    errors.set(field, [...(errors.get(field) ?? []), message]);
  }
  return Object.fromEntries(errors);
}

/** "Leads & CRM": twelve actions on leads, their notes and appointments. */
export const leadsV1: Dialect = {
  name: "leads-v1",
  title: "Leads & CRM",
  credentials: (request) =>
    keyPairCaller({ locationKey: request.headers.get("apikey"), userToken: bearerSecret(request) }),
  bodies: ["multipart", "urlencoded", "json"],
  refuse,
  security: ["apikey", "bearer"],
  error: LeadsV1Error,
};
