import { join, resolve } from "node:path";
import { z } from "zod";
import { SetupError } from "@/lib/kit/setup-error";

const flag = z.stringbool();
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "This is a connection string such as postgres://user:password@host:5432/database.");
const wholeNumber = z.coerce.number().int().positive();

const Environment = z.object({
  NODE_ENV: z.string().default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  /** Where people reach it; without it the request's own host is used. */
  APP_URL: z.url().optional(),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: databaseUrl.optional(),
  /** A connection past the pooler, for what needs one connection to itself (LISTEN, migrations). */
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  DATABASE_POOL_SIZE: wholeNumber.default(10),
  /** Whether the first start adds the demo company. Without it: yes on the embedded database, no elsewhere. */
  DEMO: flag.optional(),
  AUTH_SECRET: z.string().min(16).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Leadwright <no-reply@localhost>"),
  /** Requests a caller may make in 10 seconds, and in a day. */
  RATE_LIMIT_BURST: wholeNumber.default(100),
  RATE_LIMIT_DAILY: wholeNumber.default(200_000),
  BODY_LIMIT_BYTES: wholeNumber.default(1_048_576),
  UPLOAD_LIMIT_BYTES: wholeNumber.default(26_214_400),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** Whether an address counts as verified when the provider says neither that it is nor that it is not. */
  OIDC_TRUST_EMAIL: flag.default(false),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** How many processes answer requests. */
  WEB_CONCURRENCY: wholeNumber.max(64).default(1),
  WORKER: z.enum(["inline", "off"]).default("inline"),
  /** Whether X-Forwarded-* headers come from a proxy of ours. */
  TRUST_PROXY: flag.default(false),
});

export type Environment = z.infer<typeof Environment>;

/**
 * The settings in `variables`, checked. One that is set to nothing counts as not set.
 * @throws SetupError with one line per setting that is wrong, for people to read.
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.entries(variables).filter(([, value]) => value !== "");
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (parsed.success) return { ...parsed.data, DATA_DIR: resolve(parsed.data.DATA_DIR) };
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new SetupError(`These settings are wrong:\n${lines.join("\n")}`);
}

/** The settings of this process. Nothing else reads process.env. */
export const environment: Environment = parseEnvironment(process.env);

/** A path inside the data folder, such as `dataPath("uploads")`. */
export const dataPath = (...parts: string[]): string => join(environment.DATA_DIR, ...parts);
