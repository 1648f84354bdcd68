import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Key } from "@/lib/locations/list-keys";
import { rotationGrace } from "@/lib/locations/model";
import type { listOutbox } from "@/lib/mail/list-outbox";
import { asOf, id, isoOrNull, time } from "./fields";

export const KeysAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  keys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(["location_key", "user_token", "private_integration"]),
      hint: z.string().describe("The last four characters."),
      userName: z.string().nullable().describe("Whom it speaks for; null when it is the location."),
      scopes: z.array(z.string()).describe("What an integration may do; other keys are not bound by scopes."),
      companyWide: z.boolean().describe("Whether it opens every location of the company."),
      createdAt: time,
      lastUsedAt: time.nullable(),
      expiresAt: time.nullable(),
    }),
  ),
});

export const CreateKeyBody = z.object({
  name: z.string().trim().min(1, "Give the key a name.").max(100, "Use at most 100 characters."),
  speaksFor: z.enum(["location", "me"]).default("location"),
  expiresInDays: z.int().min(1).max(3650).nullable().default(null),
});

export const CreatedKeyAnswer = z.object({ id: z.string(), secret: z.string().describe("Shown this once.") });

export const CreateIntegrationBody = z.object({
  name: z.string().trim().min(1, "Give the integration a name.").max(100, "Use at most 100 characters."),
  scopes: z.array(z.string().max(100)).min(1, "Choose at least one scope.").max(200),
  resource: z.enum(["location", "company"]).default("location"),
});

export const RotateIntegrationBody = z.object({
  graceHours: z
    .number()
    .min(0)
    .max(rotationGrace.most)
    .default(rotationGrace.usual)
    .describe("How long the secret of today goes on working; 0 ends it at once."),
});

export const RotatedIntegrationAnswer = z.object({
  id: z.string().describe("Of the successor."),
  secret: z.string().describe("Shown this once."),
  previousExpiresAt: time.describe("When the secret before stops working."),
});

export const IntegrationPath = z.object({ integrationId: id });

export const KeyPath = z.object({ keyId: id });

export const OutboxQuery = z.object({
  after: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const OutboxAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  mails: z.array(
    z.object({
      id: z.string(),
      toAddress: z.string(),
      toName: z.string().nullable(),
      subject: z.string(),
      text: z.string(),
      status: z.enum(["waiting", "sent", "kept", "failed", "withdrawn"]),
      attempts: z.int(),
      lastError: z.string().nullable(),
      createdAt: time,
      sentAt: time.nullable(),
    }),
  ),
  next: z.string().nullable(),
});

export type KeysAnswer = z.infer<typeof KeysAnswer>;
export type CreateKeyBody = z.input<typeof CreateKeyBody>;
export type CreateIntegrationBody = z.input<typeof CreateIntegrationBody>;
export type RotatedIntegrationAnswer = z.infer<typeof RotatedIntegrationAnswer>;
export type CreatedKeyAnswer = z.infer<typeof CreatedKeyAnswer>;
export type OutboxAnswer = z.infer<typeof OutboxAnswer>;

/** Keys as the wire shows them. */
export const printKeys = (keys: Key[], context: Context): KeysAnswer => ({
  ...asOf(context),
  keys: keys.map(({ createdAt, lastUsedAt, expiresAt, ...key }) => ({
    ...key,
    createdAt: createdAt.toISOString(),
    lastUsedAt: isoOrNull(lastUsedAt),
    expiresAt: isoOrNull(expiresAt),
  })),
});

/** Mail as the wire shows it. */
export const printOutbox = (
  { mails, next }: Awaited<ReturnType<typeof listOutbox>>,
  context: Context,
): OutboxAnswer => ({
  ...asOf(context),
  next,
  mails: mails.map(({ createdAt, sentAt, ...mail }) => ({
    ...mail,
    createdAt: createdAt.toISOString(),
    sentAt: isoOrNull(sentAt),
  })),
});
